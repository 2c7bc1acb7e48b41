import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';

import type { ConnectionView } from '../views/mapping-view';
import { askApi } from './ask-api';
import { forgetPreviews } from './forget-previews';
import { queryKeys } from './query-keys';

export interface ConnectionInput {
  readonly url: string;
  readonly database: string;
  readonly login: string;
  readonly apiKey: string;
}

export function useConnection(initialData?: ConnectionView) {
  return useQuery({
    queryKey: queryKeys.connection,
    queryFn: ({ signal }) => askApi<ConnectionView>('/api/connection', { signal }),
    ...(initialData ? { initialData } : {}),
  });
}

export function useConnect() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: ConnectionInput) =>
      askApi<ConnectionView>('/api/connection', { method: 'POST', json: input }),
    onSuccess: (view) => {
      client.setQueryData(queryKeys.connection, view);
      return forgetOdoo(client);
    },
  });
}

/** Asks Odoo itself whether the login still holds. */
export function useCheckConnection() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => askApi<ConnectionView>('/api/connection/check', { method: 'POST' }),
    onSuccess: (view) => {
      client.setQueryData(queryKeys.connection, view);
    },
  });
}

export function useDisconnect() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => askApi<unknown>('/api/connection', { method: 'DELETE' }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: queryKeys.connection });
      await forgetOdoo(client);
    },
  });
}

/** What came from one Odoo says nothing about another. */
async function forgetOdoo(client: QueryClient) {
  const told = [['choices'], ['kept-by-copy'], queryKeys.suggestions, queryKeys.fiscalYear];
  for (const queryKey of told) client.removeQueries({ queryKey });
  forgetPreviews(client);
  await Promise.all([
    client.invalidateQueries({ queryKey: queryKeys.mappings }),
    client.invalidateQueries({ queryKey: queryKeys.overview }),
    client.invalidateQueries({ queryKey: queryKeys.allPayouts }),
    client.invalidateQueries({ queryKey: queryKeys.allOrders }),
    client.invalidateQueries({ queryKey: queryKeys.history }),
  ]);
}
