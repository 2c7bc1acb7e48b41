import type { Prisma } from '@prisma/client';
import { verifyWebhook, type Webhook } from '../shopify/verify-webhook';
import { running, type Running } from './running';

type Act = (rows: Prisma.TransactionClient, webhook: Webhook, log: Running['log']) => Promise<unknown>;

/**
 * A webhook, once: checks its signature, notes its event and acts on it in one transaction. A repetition is answered
 * like the first; one that failed is not noted, so that Shopify's next try acts.
 */
export async function takeWebhook(request: Request, act: Act): Promise<Response> {
  const { environment, database, log } = running();
  const webhook = await verifyWebhook(request, environment.SHOPIFY_API_SECRET);
  const { shop: domain, topic, eventId } = webhook;
  await database.$transaction(
    async (rows) => {
      const { count } = await rows.webhookDelivery.createMany({
        data: [{ domain, topic, eventId }],
        skipDuplicates: true,
      });
      if (count === 1) await act(rows, webhook, log);
    },
    // Shopify waits five seconds for an answer; in a storm, a connection is worth waiting for nearly as long.
    { maxWait: 4_000 },
  );
  return new Response();
}
