import { useQuery } from '@tanstack/react-query';

import type { OverviewView } from '../views/mapping-view';
import { askApi } from './ask-api';
import { queryKeys } from './query-keys';

const overviewEvery = 3000;

/** Payouts and orders that are being looked into or synced are counted elsewhere in a moment. */
function isChanging({ connection, counts, orderCounts }: OverviewView): boolean {
  const atWork = (counts.new ?? 0) + (counts.syncing ?? 0) + (orderCounts.queued ?? 0);
  return connection.connected && atWork > 0;
}

export function useOverview(initialData?: OverviewView) {
  return useQuery({
    queryKey: queryKeys.overview,
    queryFn: ({ signal }) => askApi<OverviewView>('/api/overview', { signal }),
    refetchInterval: ({ state }) => (state.data && isChanging(state.data) ? overviewEvery : false),
    ...(initialData ? { initialData } : {}),
  });
}
