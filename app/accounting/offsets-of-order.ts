import type { Document } from './document';
import type { DocumentKey, OrderTransactionId } from './ids';
import { least, subtract, sumOf, type Money } from './money';
import type { Pairing } from './pair-payments';

/** A credit note that takes back what nobody paid of an invoice: the two settle each other. */
export interface Offset {
  readonly invoice: DocumentKey;
  readonly creditNote: DocumentKey;
  /** Positive. */
  readonly amount: Money;
}

/**
 * What of an order's invoices and credit notes no payment settles on either side, oldest first: cancelled before it was
 * paid, or edited down. Decided from Shopify's ledger alone, as payments are.
 */
export function offsetsOfOrder(
  documents: readonly Document[],
  pairings: ReadonlyMap<OrderTransactionId, Pairing>,
): Offset[] {
  const shares = [...pairings.values()].flatMap((pairing) => pairing.shares);
  const open = new Map(
    documents.map(({ key, total, currency }) => {
      const settled = shares.filter(({ document }) => document === key);
      return [
        key,
        subtract(
          total,
          sumOf(currency, settled, ({ amount }) => amount),
        ),
      ];
    }),
  );
  const offsets: Offset[] = [];
  for (const creditNote of documents.filter(({ kind }) => kind === 'credit-note')) {
    for (const invoice of documents.filter(({ kind }) => kind === 'invoice')) {
      const [left, right] = [open.get(invoice.key), open.get(creditNote.key)];
      if (!left || !right) continue;
      const amount = least(left, right);
      if (amount.minor <= 0n) continue;
      offsets.push({ invoice: invoice.key, creditNote: creditNote.key, amount });
      open.set(invoice.key, subtract(left, amount));
      open.set(creditNote.key, subtract(right, amount));
    }
  }
  return offsets;
}
