import type { OpenItem } from '../../accounting/counterpart';
import type { DocumentKey } from '../../accounting/ids';
import { absolute, least, subtract, type Money } from '../../accounting/money';
import type { Offset } from '../../accounting/offsets-of-order';
import type { OdooClient } from '../../odoo/client/odoo-client';
import { readOpenItems } from '../../odoo/settlement/read-open-items';
import { reconcilePair } from '../../odoo/settlement/reconcile-pair';

/**
 * Reconciles credit notes with what they take back of invoices that nobody paid, so that nobody is dunned for it. Odoo is
 * asked what is open now: a pair that is open for another amount than the ledger says was dealt with by a person, or in
 * an earlier run, and is left alone.
 */
export async function settleOffsets(
  client: OdooClient,
  offsets: readonly Offset[],
  items: ReadonlyMap<DocumentKey, OpenItem>,
): Promise<void> {
  const idOf = (key: DocumentKey) => items.get(key)?.itemId ?? 0;
  const ids = offsets.flatMap(({ invoice, creditNote }) => [idOf(invoice), idOf(creditNote)]).filter(Boolean);
  if (ids.length === 0) return;
  const read = await readOpenItems(client, ids);
  const left = new Map<number, Money>(
    [...read].flatMap(([id, { residual, reconciled, posted }]) =>
      reconciled || !posted ? [] : [[id, absolute(residual)] as const],
    ),
  );
  for (const { invoice, creditNote, amount } of offsets) {
    const [one, other] = [idOf(invoice), idOf(creditNote)];
    const [owed, given] = [left.get(one), left.get(other)];
    const sameAccount = read.get(one)?.account.id === read.get(other)?.account.id;
    if (!owed || !given || !sameAccount || least(owed, given).minor !== amount.minor) continue;
    await reconcilePair(client, one, other);
    left.set(one, subtract(owed, amount));
    left.set(other, subtract(given, amount));
  }
}
