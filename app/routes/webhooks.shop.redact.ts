import type { ActionFunctionArgs } from '@remix-run/node';
import { takeWebhook } from '~/server/take-webhook.server';
import { forgetShop } from '~/sync/forget-shop';

export const action = ({ request }: ActionFunctionArgs) =>
  takeWebhook(request, (rows, { shop }) => forgetShop(rows, shop));
