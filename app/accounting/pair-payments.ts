import type { Document } from './document';
import type { DocumentKey, OrderTransactionId, RefundId } from './ids';
import { isZero, least, subtract, zero, type Money } from './money';
import type { Order, OrderTransaction } from './order';
import { oldestFirst, orderPayments } from './order-payments';

/** What of a payment or refund settles which document; positive, in the documents' currency. */
export interface DocumentShare {
  readonly document: DocumentKey;
  readonly amount: Money;
}

export interface Pairing {
  readonly shares: readonly DocumentShare[];
  /** What no document of the order is open for; positive. */
  readonly unmatched: Money;
  /** The transaction's own amount: Σ shares + unmatched. */
  readonly amount: Money;
}

/**
 * Which document each successful transaction of an order settles. It is decided from Shopify's ledger alone, oldest
 * first, so that it is the same in every payout, preview and repeat: a refund first settles the credit note of its own
 * refund, a payment the oldest invoice that is still open.
 */
export function pairPayments(
  order: Order,
  documents: readonly Document[],
): ReadonlyMap<OrderTransactionId, Pairing> {
  const open = new Map(documents.map((document) => [document.key, document.total]));
  const pairings = new Map<OrderTransactionId, Pairing>();
  const payments = orderPayments(order);
  const inOrder = oldestFirst(
    documents,
    ({ happenedAt }) => happenedAt,
    ({ agreement }) => agreement,
  );
  const refundsWithMoney = new Set(
    payments.flatMap(({ transaction: { kind, refund } }) => (kind === 'refund' && refund ? [refund] : [])),
  );
  for (const { transaction, amount: whole } of payments) {
    const candidates = candidatesFor(transaction, inOrder, refundsWithMoney);
    let rest = whole;
    const shares: DocumentShare[] = [];
    for (const document of candidates) {
      const amount = least(rest, open.get(document.key) ?? zero(rest.currency));
      if (amount.minor <= 0n) continue;
      shares.push({ document: document.key, amount });
      open.set(document.key, subtract(open.get(document.key) ?? amount, amount));
      rest = subtract(rest, amount);
      if (isZero(rest)) break;
    }
    pairings.set(transaction.id, { shares, unmatched: rest, amount: whole });
  }
  return pairings;
}

function candidatesFor(
  transaction: OrderTransaction,
  documents: readonly Document[],
  refundsWithMoney: ReadonlySet<RefundId>,
): Document[] {
  if (transaction.kind !== 'refund') return documents.filter((document) => document.kind === 'invoice');
  const creditNotes = documents.filter((document) => document.kind === 'credit-note');
  const own = (document: Document) =>
    transaction.refund !== undefined && document.refund === transaction.refund;
  // The credit note of another refund is that refund's own to settle, unless no money belongs to it.
  const spare = (document: Document) => !document.refund || !refundsWithMoney.has(document.refund);
  return [...creditNotes.filter(own), ...creditNotes.filter((document) => !own(document) && spare(document))];
}
