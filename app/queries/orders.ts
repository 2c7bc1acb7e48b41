import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import type { OrderPage } from '../views/order-view';
import { askApi } from './ask-api';
import { addressOfFilter, type OrderFilter } from './list-filter';
import { queryKeys } from './query-keys';

/** How often a list is read again while something is under way in the shop. */
const listEvery = 1000;

export function useOrders(filter: OrderFilter, initialData?: OrderPage) {
  return useQuery({
    queryKey: queryKeys.orders(filter),
    queryFn: ({ signal }) => askApi<OrderPage>(`/api/orders?${addressOfFilter(filter)}`, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data && isChanging(state.data) ? listEvery : false),
    ...(initialData ? { initialData } : {}),
  });
}

function isChanging({ working, run }: OrderPage): boolean {
  return working || run !== null;
}

/** Asked once a person wants to filter by them. */
export function useOrderGateways(wanted: boolean) {
  return useQuery({
    queryKey: queryKeys.orderGateways,
    queryFn: ({ signal }) => askApi<{ gateways: string[] }>('/api/orders/gateways', { signal }),
    enabled: wanted,
    staleTime: 60_000,
  });
}

/** These orders, or without numbers all that are new or need attention. */
export function useSyncOrders() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids?: readonly string[]) =>
      askApi<{ asked: number }>('/api/orders/sync', { method: 'POST', json: ids ? { ids } : { all: true } }),
    onSettled: async (_answer, _error, ids) => {
      await client.invalidateQueries({ queryKey: queryKeys.allOrders });
      for (const id of ids ?? []) await client.invalidateQueries({ queryKey: queryKeys.order(id) });
    },
  });
}

export function useCheckOrders() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => askApi<{ runId: string }>('/api/orders/poll', { method: 'POST' }),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.allOrders }),
  });
}
