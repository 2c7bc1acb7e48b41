import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useSearchParams, type ShouldRevalidateFunction } from '@remix-run/react';
import { useCallback, useMemo } from 'react';
import { OrdersPage } from '~/components/orders-page';
import type { OrderFilter } from '~/queries/query-keys';
import { asking } from '~/server/api.server';
import { orderQueryOf } from '~/server/order-query';
import { listOrders } from '~/sync/read/list-orders';

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { database, shop, places } = await asking(request);
  const url = new URL(request.url);
  return {
    filter: filterOf(url.searchParams),
    page: await listOrders(database, shop, places, orderQueryOf(url)),
  };
};

// Another filter is asked for by the page's own query; the loader serves the first view.
export const shouldRevalidate: ShouldRevalidateFunction = ({
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
}) => (currentUrl.pathname === nextUrl.pathname ? false : defaultShouldRevalidate);

export default function Orders() {
  const loaded = useLoaderData<typeof loader>();
  const [search, setSearch] = useSearchParams();
  const filter = useMemo(() => filterOf(search), [search]);
  const onFilter = useCallback(
    ({ page, ...texts }: OrderFilter) =>
      setSearch(
        (known) => {
          // Shopify's own parameters (shop, host, locale …) stay.
          const next = new URLSearchParams(known);
          for (const [name, value] of Object.entries({ ...texts, page: page > 1 ? String(page) : '' })) {
            if (value === '') next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setSearch],
  );
  const isFirst = JSON.stringify(loaded.filter) === JSON.stringify(filter);
  return <OrdersPage filter={filter} onFilter={onFilter} initial={isFirst ? loaded.page : undefined} />;
}

function filterOf(search: URLSearchParams): OrderFilter {
  const text = (name: string) => search.get(name) ?? '';
  const page = Number.parseInt(search.get('page') ?? '1', 10);
  return {
    state: text('state'),
    q: text('q'),
    status: text('status'),
    gateway: text('gateway'),
    from: text('from'),
    to: text('to'),
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}
