import type { QueryClient } from '@tanstack/react-query';

/** Entries that were worked out by other mappings, or for another Odoo, are not what posting makes any more. */
export function forgetPreviews(client: QueryClient): void {
  client.removeQueries({
    predicate: ({ queryKey }) => queryKey[0] === 'payout' && queryKey[2] === 'preview',
  });
}
