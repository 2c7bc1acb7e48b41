import { Box, Card } from '@shopify/polaris';
import type { UseQueryResult } from '@tanstack/react-query';
import { Fragment, type ReactNode } from 'react';

import type { ListFilter } from '../queries/list-filter';
import type { ListView } from '../views/list-view';
import { Reading } from './load-states';
import { Pager } from './pager';

interface Props<Filter extends ListFilter, Page extends ListView<unknown, string>> {
  readonly query: UseQueryResult<Page>;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  /** Tabs and search, above the rows. */
  readonly choices: ReactNode;
  /** Drawn anew for another filter. */
  readonly list: (page: Page) => ReactNode;
  readonly empty: (page: Page) => ReactNode;
  readonly note: (page: Page) => ReactNode;
}

/** A list in pages: its filters, its rows or why there are none, and a note below. */
export function ListFrame<Filter extends ListFilter, Page extends ListView<unknown, string>>({
  query,
  filter,
  onFilter,
  choices,
  list,
  empty,
  note,
}: Props<Filter, Page>) {
  const page = query.data;
  return (
    <>
      <Card padding="0">
        {choices}
        {page && page.rows.length > 0 ? <Fragment key={JSON.stringify(filter)}>{list(page)}</Fragment> : null}
        {page ? (
          <Pager
            page={page.page}
            pageSize={page.pageSize}
            total={page.total}
            onPage={(wanted) => onFilter({ ...filter, page: wanted })}
          />
        ) : null}
      </Card>
      <Reading query={query} lines={10} />
      {page && page.rows.length === 0 ? empty(page) : null}
      {page ? <Box paddingInline={{ xs: '400', sm: '0' }}>{note(page)}</Box> : null}
    </>
  );
}
