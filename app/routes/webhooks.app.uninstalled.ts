import type { ActionFunctionArgs } from '@remix-run/node';
import { takeWebhook } from '~/server/take-webhook.server';
import { closeShop } from '~/sync/forget-shop';

export const action = ({ request }: ActionFunctionArgs) =>
  takeWebhook(request, (rows, { shop }) => closeShop(rows, shop, new Date()));
