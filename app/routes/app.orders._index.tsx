import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { OrdersPage } from '~/components/orders-page';
import { firstViewOnly } from '~/components/shell/first-view-only';
import { useList } from '~/components/shell/use-list';
import { filterInAddress, noOrderFilter } from '~/queries/list-filter';
import { asking } from '~/server/api.server';
import { orderQueryOf } from '~/server/order-query';
import { listOrders } from '~/sync/read/list-orders';

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { database, shop, places } = await asking(request);
  const url = new URL(request.url);
  return {
    filter: filterInAddress(url.searchParams, noOrderFilter),
    page: await listOrders(database, shop, places, orderQueryOf(url)),
  };
};

export const shouldRevalidate = firstViewOnly;

export default function Orders() {
  return <OrdersPage {...useList(useLoaderData<typeof loader>(), noOrderFilter)} />;
}
