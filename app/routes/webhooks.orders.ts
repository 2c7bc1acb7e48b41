import type { ActionFunctionArgs } from '@remix-run/node';
import { requestRun } from '~/jobs/request-run';
import { running } from '~/server/running';
import { takeWebhook } from '~/server/take-webhook.server';
import { orderOfWebhook } from '~/shopify/orders-of-webhook';
import { tellOfOrder } from '~/sync/orders/tell-of-order';

/** Every topic about an order: it is only noted which; a run reads the order as it is then, in whatever order they come. */
export const action = async ({ request }: ActionFunctionArgs) => {
  const told: { shopId?: string } = {};
  const answer = await takeWebhook(request, async (rows, { shop, topic, payload }) => {
    const order = orderOfWebhook(topic, payload);
    if (order) Object.assign(told, await tellOfOrder(rows, shop, order, new Date()));
  });
  if (told.shopId) await requestRun(running(), told.shopId, 'sync-orders', { startedBy: 'clock' });
  return answer;
};
