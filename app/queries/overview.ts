import { useQuery } from '@tanstack/react-query';

import type { OverviewView } from '../sync/views/mapping-view';
import { askApi } from './ask-api';
import { queryKeys } from './query-keys';

const overviewEvery = 3000;

/** Payouts that are being looked into or synced are counted elsewhere in a moment. */
function isChanging({ connection, counts }: OverviewView): boolean {
  return connection.connected && (counts.new ?? 0) + (counts.syncing ?? 0) > 0;
}

export function useOverview(initialData?: OverviewView) {
  return useQuery({
    queryKey: queryKeys.overview,
    queryFn: ({ signal }) => askApi<OverviewView>('/api/overview', { signal }),
    refetchInterval: ({ state }) => (state.data && isChanging(state.data) ? overviewEvery : false),
    ...(initialData ? { initialData } : {}),
  });
}
