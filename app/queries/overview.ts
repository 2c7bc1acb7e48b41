import { useQuery } from '@tanstack/react-query';

import type { OverviewView } from '../sync/views/mapping-view';
import { askApi } from './ask-api';
import { queryKeys } from './query-keys';

export function useOverview(initialData?: OverviewView) {
  return useQuery({
    queryKey: queryKeys.overview,
    queryFn: ({ signal }) => askApi<OverviewView>('/api/overview', { signal }),
    ...(initialData ? { initialData } : {}),
  });
}
