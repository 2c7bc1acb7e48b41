import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import type { BackfillReach, HistoryView } from '../views/order-view';
import { askApi } from './ask-api';
import { queryKeys } from './query-keys';

/** How often the history is read again while it is being counted or posted. */
const historyEvery = 1000;

export type BackfillStep = 'post' | 'pause' | 'resume' | 'stop';

export function useHistory(initialData?: HistoryView) {
  return useQuery({
    queryKey: queryKeys.history,
    queryFn: ({ signal }) => askApi<HistoryView>('/api/backfill', { signal }),
    refetchInterval: ({ state }) => (state.data && isMoving(state.data) ? historyEvery : false),
    ...(initialData ? { initialData } : {}),
  });
}

/** Also while a run comes to its end after a pause. */
function isMoving({ current, run }: HistoryView): boolean {
  return current?.state === 'counting' || current?.state === 'posting' || run !== null;
}

/** The first day of the fiscal year, as Odoo has it. Asked once Odoo is connected. */
export function useFiscalYear(connected: boolean) {
  return useQuery({
    queryKey: queryKeys.fiscalYear,
    queryFn: ({ signal }) => askApi<{ start: string }>('/api/backfill/fiscal-year', { signal }),
    enabled: connected,
    staleTime: Infinity,
    retry: false,
  });
}

export function useBeginBackfill() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wish: { readonly reach: BackfillReach; readonly since?: string }) =>
      askApi<HistoryView>('/api/backfill', { method: 'POST', json: wish }),
    onSuccess: (view) => client.setQueryData(queryKeys.history, view),
  });
}

export function useMoveBackfill() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, step }: { readonly id: string; readonly step: BackfillStep }) =>
      askApi<HistoryView>(`/api/backfill/${encodeURIComponent(id)}/${step}`, { method: 'POST' }),
    onSuccess: async (view) => {
      client.setQueryData(queryKeys.history, view);
      await client.invalidateQueries({ queryKey: queryKeys.allOrders });
    },
  });
}
