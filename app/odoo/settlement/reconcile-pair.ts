import type { OdooClient } from '../client/odoo-client';
import { OdooError } from '../client/odoo-errors';
import { pause, pauseBefore } from '../client/retry';
import { readOpenItems } from './read-open-items';

/**
 * Reconciles two journal items with each other and nothing else. After a failure that passes it reads before it
 * repeats, because a lost answer may have done it, and Odoo refuses what is reconciled.
 */
export async function reconcilePair(client: OdooClient, left: number, right: number): Promise<void> {
  for (let failures = 0; ;) {
    try {
      await client.callMethod('account.move.line', 'reconcile', [left, right]);
      return;
    } catch (error) {
      if (!(error instanceof OdooError) || error.verdict !== 'again-later') throw error;
      failures += 1;
      if (failures >= client.retries.attempts) throw error;
      await pause(pauseBefore(failures, client.retries));
      const items = await readOpenItems(client, [left, right]);
      if (items.get(left)?.reconciled || items.get(right)?.reconciled) return;
    }
  }
}
