import type { BalanceTransaction } from '../accounting/balance-transaction';
import { compare } from '../accounting/compare';
import type { Finding } from '../accounting/finding';
import type { DocumentKey } from '../accounting/ids';
import { matchTransaction, type MatchContext } from '../accounting/match-transaction';
import { absolute, add, type Money } from '../accounting/money';
import type { DocumentInOdoo } from '../odoo/documents/draft-items';

/**
 * Documents that stand in Odoo and are open for less than this payout is to settle on them: somebody booked a payment
 * there already. What lines of ours have settled before does not count twice.
 */
export function shortOpenItems(
  transactions: readonly BalanceTransaction[],
  match: MatchContext,
  standing: ReadonlyMap<DocumentKey, DocumentInOdoo>,
  linesStanding: ReadonlyMap<string, number>,
): Finding[] {
  // By journal item: agreements of one day share that of their day's document.
  const wanted = new Map<
    number,
    { key: DocumentKey; amount: Money; name: string; moveId: number; open: Money }
  >();
  for (const transaction of transactions) {
    if (linesStanding.has(`bt_${transaction.id}`)) continue;
    const result = matchTransaction(transaction, match);
    if ('finding' in result) continue;
    for (const counterpart of result.counterparts) {
      if (counterpart.kind !== 'open-item' || !counterpart.item.document) continue;
      const inOdoo = standing.get(counterpart.item.document);
      const receivable = inOdoo?.items.find(({ kind }) => kind === 'receivable');
      if (inOdoo?.state !== 'posted' || !receivable) continue;
      const known = wanted.get(receivable.id);
      const amount = absolute(counterpart.amount);
      wanted.set(receivable.id, {
        key: counterpart.item.document,
        amount: known ? add(known.amount, amount) : amount,
        name: inOdoo.number,
        moveId: inOdoo.moveId,
        open: absolute(receivable.residual),
      });
    }
  }
  return [...wanted.values()].flatMap(({ key, amount, name, moveId, open }): Finding[] =>
    amount.minor <= open.minor
      ? []
      : [
          {
            kind: 'open-item-short',
            severity: 'blocks',
            object: { type: 'document', id: key, name },
            ...compare(amount, open),
            facts: { order: name, invoices: name },
            remedy: { page: 'odoo-record', model: 'account.move', id: moveId },
          },
        ],
  );
}
