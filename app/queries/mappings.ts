import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';

import type { Choice, ChoiceKind, MappingChange, MappingsView, SuggestionsView } from '../views/mapping-view';
import type { FindingView } from '../views/payout-view';
import { ApiError, askApi, isRecord } from './ask-api';
import { forgetPreviews } from './forget-previews';
import { queryKeys } from './query-keys';

export function useMappings(initialData?: MappingsView) {
  return useQuery({
    queryKey: queryKeys.mappings,
    queryFn: ({ signal }) => askApi<MappingsView>('/api/mappings', { signal }),
    ...(initialData ? { initialData } : {}),
  });
}

export function useChoices(kind: ChoiceKind, q: string, enabled: boolean) {
  const search = new URLSearchParams({ kind, q });
  return useQuery({
    queryKey: queryKeys.choices(kind, q),
    queryFn: ({ signal }) => askApi<{ choices: Choice[] }>(`/api/choices?${search.toString()}`, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    enabled,
  });
}

/** What Odoo has that would fit; asked only where something has no mapping. */
export function useSuggestions(enabled: boolean) {
  return useQuery({
    queryKey: queryKeys.suggestions,
    queryFn: ({ signal }) => askApi<SuggestionsView>('/api/mappings/suggestions', { signal }),
    staleTime: 60_000,
    enabled,
  });
}

export type MappingProblems = Readonly<Record<string, FindingView>>;

export function useSaveMappings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (changes: readonly MappingChange[]) =>
      askApi<{ ok: boolean; problems: MappingProblems }>('/api/mappings', {
        method: 'POST',
        json: { changes },
      }),
    onSuccess: () => readMappingsAgain(client),
  });
}

/** The findings per key with which the server refused choices; empty for another error. */
export function problemsOf(error: unknown): MappingProblems {
  if (!(error instanceof ApiError) || !isRecord(error.body)) return {};
  return isRecord(error.body.problems) ? (error.body.problems as MappingProblems) : {};
}

export function useMakeClearingJournal() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (currency: string) =>
      askApi<unknown>('/api/mappings/clearing-journal', { method: 'POST', json: { currency } }),
    onSuccess: () => readMappingsAgain(client),
  });
}

export function useCopyTax() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (copy: { taxId: number; key: string }) =>
      askApi<unknown>('/api/mappings/tax-copy', { method: 'POST', json: copy }),
    onSuccess: () => readMappingsAgain(client),
  });
}

/** What a copy of a tax would keep. */
export function useKeptByCopy(taxId: number) {
  return useQuery({
    queryKey: queryKeys.keptByCopy(taxId),
    queryFn: ({ signal }) =>
      askApi<{ accounts: string[]; tags: string[] }>(`/api/mappings/tax-copy?taxId=${String(taxId)}`, {
        signal,
      }),
    staleTime: 60_000,
  });
}

async function readMappingsAgain(client: QueryClient) {
  forgetPreviews(client);
  await Promise.all([
    client.invalidateQueries({ queryKey: queryKeys.mappings, exact: true }),
    client.invalidateQueries({ queryKey: queryKeys.suggestions }),
    client.invalidateQueries({ queryKey: queryKeys.overview }),
  ]);
}
