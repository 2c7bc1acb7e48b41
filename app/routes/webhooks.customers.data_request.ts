import type { ActionFunctionArgs } from '@remix-run/node';
import { takeWebhook } from '~/server/take-webhook.server';
import { ordersNamed } from '~/shopify/compliance-payload';
import { ordersKept } from '~/sync/forget-shop';

/** Klopt keeps nothing of a customer that the merchant's own Shopify and Odoo do not hold; the log says how much. */
export const action = ({ request }: ActionFunctionArgs) =>
  takeWebhook(request, async (rows, { shop, payload, eventId }, log) => {
    const orders = await ordersKept(rows, shop, ordersNamed(payload));
    log.info({ shop, eventId, orders }, 'a customer asks for their data');
  });
