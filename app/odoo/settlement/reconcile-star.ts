import type { OdooClient } from '../client/odoo-client';
import { OdooError } from '../client/odoo-errors';
import { pause, pauseBefore } from '../client/retry';
import { inChunks } from '../loading/in-chunks';
import { readOpenItems } from './read-open-items';

/** Others a call. Odoo names the match of every item anew in each, so fewer calls are fewer times all of it. */
const perCall = 500;

/**
 * Reconciles one journal item with others, all of the opposite sign, and nothing else. Odoo pairs debits with credits: as
 * there is one item on one side, it can pair none of the others with each other. After a failure that passes it reads
 * before it repeats, because a lost answer may have done it, and Odoo refuses what is reconciled.
 */
export async function reconcileStar(
  client: OdooClient,
  centre: number,
  others: readonly number[],
): Promise<void> {
  for (const chunk of inChunks(others, perCall)) await reconcileThese(client, centre, chunk);
}

async function reconcileThese(client: OdooClient, centre: number, others: readonly number[]): Promise<void> {
  let left = others;
  for (let failures = 0; left.length > 0;) {
    try {
      await client.callMethod('account.move.line', 'reconcile', [centre, ...left]);
      return;
    } catch (error) {
      if (!(error instanceof OdooError) || error.verdict !== 'again-later') throw error;
      failures += 1;
      if (failures >= client.retries.attempts) throw error;
      await pause(pauseBefore(failures, client.retries));
      const items = await readOpenItems(client, [centre, ...left]);
      if (items.get(centre)?.reconciled) return;
      left = left.filter((id) => !items.get(id)?.reconciled);
    }
  }
}
