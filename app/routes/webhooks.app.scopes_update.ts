import type { ActionFunctionArgs } from '@remix-run/node';
import { takeWebhook } from '~/server/take-webhook.server';
import { scopesNow } from '~/shopify/compliance-payload';
import { noteScopes } from '~/sync/forget-shop';

export const action = ({ request }: ActionFunctionArgs) =>
  takeWebhook(request, (rows, { shop, payload }) => noteScopes(rows, shop, scopesNow(payload)));
