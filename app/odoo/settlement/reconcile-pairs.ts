import type { OdooClient } from '../client/odoo-client';
import { OdooError } from '../client/odoo-errors';
import { pause, pauseBefore } from '../client/retry';
import { readOpenItems } from './read-open-items';
import type { Pair } from './read-settlement';

/**
 * Reconciles the pairs that no mark matched, one call a pair so that none is matched with another's: other currencies,
 * cash-basis taxes, items that were matched in part. Reads before each repeat, because a lost answer may have done it.
 * Answers whether there was anything to do.
 */
export async function reconcilePairs(client: OdooClient, pairs: readonly Pair[]): Promise<boolean> {
  const waiting = pairs.filter(
    ({ matched, partItem, openItem }) => !matched && !partItem.reconciled && !openItem.reconciled,
  );
  for (const { partItem, openItem } of waiting) await reconcile(client, openItem.id, partItem.id);
  return waiting.length > 0;
}

async function reconcile(client: OdooClient, openId: number, partId: number): Promise<void> {
  for (let failures = 0; ;) {
    try {
      await client.callMethod('account.move.line', 'reconcile', [openId, partId]);
      return;
    } catch (error) {
      if (!(error instanceof OdooError) || error.verdict !== 'again-later') throw error;
      failures += 1;
      if (failures >= client.retries.attempts) throw error;
      await pause(pauseBefore(failures, client.retries));
      const items = await readOpenItems(client, [openId, partId]);
      if (items.get(partId)?.reconciled || items.get(openId)?.reconciled) return;
    }
  }
}
