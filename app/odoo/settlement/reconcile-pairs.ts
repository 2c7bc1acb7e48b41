import type { OdooClient } from '../client/odoo-client';
import { reconcilePair } from './reconcile-pair';
import type { Pair } from './read-settlement';

/**
 * Reconciles the pairs that no mark matched, one call a pair so that none is matched with another's: other currencies,
 * cash-basis taxes, items that were matched in part. Answers whether there was anything to do.
 */
export async function reconcilePairs(client: OdooClient, pairs: readonly Pair[]): Promise<boolean> {
  const waiting = pairs.filter(
    ({ matched, partItem, openItem }) => !matched && !partItem.reconciled && !openItem.reconciled,
  );
  for (const { partItem, openItem } of waiting) await reconcilePair(client, openItem.id, partItem.id);
  return waiting.length > 0;
}
