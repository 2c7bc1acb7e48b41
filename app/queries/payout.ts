import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

import type { BankMatchView, PayoutState, PayoutView, PreviewView, RunView } from '../views/payout-view';
import { askApi } from './ask-api';
import { queryKeys } from './query-keys';
import { isUnfinished } from './run-state';

/** How often an unfinished run is asked how far it is. */
const runEvery = 700;

export interface RunAnswer {
  readonly run: RunView | null;
  readonly state: PayoutState;
}

export function usePayout(id: string, initialData?: PayoutView) {
  return useQuery({
    queryKey: queryKeys.payout(id),
    queryFn: ({ signal }) => askApi<PayoutView>(`/api/payouts/${encodeURIComponent(id)}`, { signal }),
    ...(initialData ? { initialData } : {}),
  });
}

/** Asked only when a person wants to see the entries; working them out can take seconds. */
export function usePreview(id: string, wanted: boolean) {
  return useQuery({
    queryKey: queryKeys.preview(id),
    queryFn: ({ signal }) =>
      askApi<PreviewView>(`/api/payouts/${encodeURIComponent(id)}/preview`, { signal }),
    enabled: wanted,
    retry: false,
    staleTime: Infinity,
  });
}

/** Two clicks start one run: the server answers with the same one. */
export function useSyncPayout() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      askApi<{ run: RunView }>(`/api/payouts/${encodeURIComponent(id)}/sync`, { method: 'POST' }),
    onSuccess: async ({ run }, id) => {
      client.setQueryData<RunAnswer>(queryKeys.run(id), { run, state: 'syncing' });
      await client.invalidateQueries({ queryKey: queryKeys.run(id) });
      await client.invalidateQueries({ queryKey: queryKeys.allPayouts });
    },
  });
}

/** Looks for the bank's own line in Odoo and matches it with the payout's transfer. */
export function useMatchBank(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      askApi<BankMatchView>(`/api/payouts/${encodeURIComponent(id)}/match-bank`, { method: 'POST' }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: queryKeys.payout(id), exact: true });
      await client.invalidateQueries({ queryKey: queryKeys.allPayouts });
    },
  });
}

/**
 * The last run of a payout, asked again and again while it is unfinished; so progress is there after a reload too.
 * When it ends, whatever shows the payout is read afresh.
 */
export function usePayoutRun(id: string, known: RunAnswer, enabled = true) {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: queryKeys.run(id),
    queryFn: ({ signal }) => askApi<RunAnswer>(`/api/payouts/${encodeURIComponent(id)}/run`, { signal }),
    initialData: known,
    enabled,
    refetchInterval: ({ state }) => (isUnfinished(state.data?.run ?? null) ? runEvery : false),
  });
  const unfinished = isUnfinished(query.data.run);
  const wasUnfinished = useRef(unfinished);
  useEffect(() => {
    if (wasUnfinished.current && !unfinished) {
      void client.invalidateQueries({ queryKey: queryKeys.payout(id), exact: true });
      void client.invalidateQueries({ queryKey: queryKeys.allPayouts });
      client.removeQueries({ queryKey: queryKeys.preview(id), type: 'inactive' });
    }
    wasUnfinished.current = unfinished;
  }, [client, id, unfinished]);
  return query;
}
