import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import type { PayoutPage } from '../views/payout-view';
import { askApi } from './ask-api';
import { addressOfFilter, type PayoutFilter } from './list-filter';
import { queryKeys } from './query-keys';
import { isUnfinished } from './run-state';

/** How often a list is read again while something is under way in the shop. */
const listEvery = 1000;

export function usePayouts(filter: PayoutFilter, initialData?: PayoutPage) {
  return useQuery({
    queryKey: queryKeys.payouts(filter),
    queryFn: ({ signal }) => askApi<PayoutPage>(`/api/payouts?${addressOfFilter(filter)}`, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data && isChanging(state.data) ? listEvery : false),
    ...(initialData ? { initialData } : {}),
  });
}

/** The first payouts appear, and what they hold, while the list is looked at. */
function isChanging({ working, rows }: PayoutPage): boolean {
  return working || rows.some((row) => row.state === 'syncing' || isUnfinished(row.run));
}

export function useDiscoverPayouts() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => askApi<{ runId: string }>('/api/payouts/discover', { method: 'POST' }),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.allPayouts }),
  });
}

export function useSyncReady() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => askApi<{ runs: number }>('/api/payouts/sync-ready', { method: 'POST' }),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.allPayouts }),
  });
}

export interface CsvImported {
  readonly ok: true;
  readonly payouts: readonly {
    readonly id: string;
    readonly transactions: number;
    /** It was known from Shopify or posted before, and was left as it is. */
    readonly known?: boolean;
  }[];
  /** Rows that Shopify has not put in a payout yet. */
  readonly pending: number;
}

export function useImportCsv() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.set('file', file);
      return askApi<CsvImported>('/api/payouts/import', { method: 'POST', form });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.allPayouts }),
  });
}
