import type { LoaderFunctionArgs } from '@remix-run/node';
import { answering } from '~/server/api.server';
import { orderQueryOf } from '~/server/order-query';
import { listOrders } from '~/sync/read/list-orders';

export const loader = ({ request }: LoaderFunctionArgs) =>
  answering(request, ({ database, shop, places }) =>
    listOrders(database, shop, places, orderQueryOf(new URL(request.url))),
  );
