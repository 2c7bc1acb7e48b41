import type { ActionFunctionArgs } from '@remix-run/node';
import { takeWebhook } from '~/server/take-webhook.server';
import { ordersNamed } from '~/shopify/compliance-payload';
import { forgetCustomer } from '~/sync/forget-shop';

export const action = ({ request }: ActionFunctionArgs) =>
  takeWebhook(request, (rows, { shop, payload }) => forgetCustomer(rows, shop, ordersNamed(payload)));
