import type { LoaderFunctionArgs } from '@remix-run/node';
import { orderGateways } from '~/database/order-list';
import { answering } from '~/server/api.server';

export const loader = ({ request }: LoaderFunctionArgs) =>
  answering(request, async ({ database, shop }) => ({ gateways: await orderGateways(database, shop.id) }));
