import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useSearchParams, type ShouldRevalidateFunction } from '@remix-run/react';
import { useCallback, useMemo } from 'react';
import { PayoutsPage } from '~/components/payouts-page';
import type { PayoutFilter } from '~/queries/query-keys';
import { asking } from '~/server/api.server';
import { payoutQueryOf } from '~/server/payout-query';
import { listPayouts } from '~/sync/read/list-payouts';

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { database, shop, places } = await asking(request);
  const url = new URL(request.url);
  const page = await listPayouts(database, shop.id, places, payoutQueryOf(url));
  return { filter: filterOf(url.searchParams), page };
};

// Another filter is asked for by the page's own query; the loader serves the first view.
export const shouldRevalidate: ShouldRevalidateFunction = ({
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
}) => (currentUrl.pathname === nextUrl.pathname ? false : defaultShouldRevalidate);

export default function Payouts() {
  const loaded = useLoaderData<typeof loader>();
  const [search, setSearch] = useSearchParams();
  const filter = useMemo(() => filterOf(search), [search]);
  const onFilter = useCallback(
    ({ state, q, page }: PayoutFilter) =>
      setSearch(
        (known) => {
          // Shopify's own parameters (shop, host, locale …) stay.
          const next = new URLSearchParams(known);
          set(next, 'state', state);
          set(next, 'q', q);
          set(next, 'page', page > 1 ? String(page) : '');
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setSearch],
  );
  const isFirst = JSON.stringify(loaded.filter) === JSON.stringify(filter);
  return <PayoutsPage filter={filter} onFilter={onFilter} initial={isFirst ? loaded.page : undefined} />;
}

function filterOf(search: URLSearchParams): PayoutFilter {
  const page = Number.parseInt(search.get('page') ?? '1', 10);
  return {
    state: search.get('state') ?? '',
    q: search.get('q') ?? '',
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

function set(search: URLSearchParams, name: string, value: string): void {
  if (value === '') search.delete(name);
  else search.set(name, value);
}
