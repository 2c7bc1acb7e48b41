import { useSearchParams } from '@remix-run/react';
import { useCallback, useMemo } from 'react';

import { filterInAddress, type ListFilter } from '../../queries/list-filter';

/** A list's filter as it stands in the address; what the loader served is shown first where it was asked for the same. */
export function useList<Filter extends ListFilter, Page>(
  loaded: { readonly filter: Filter; readonly page: Page },
  none: Filter,
) {
  const [search, setSearch] = useSearchParams();
  const filter = useMemo(() => filterInAddress(search, none), [search, none]);
  const onFilter = useCallback(
    ({ page, ...texts }: Filter) =>
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
  return { filter, onFilter, initial: isFirst ? loaded.page : undefined };
}
