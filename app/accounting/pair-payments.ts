import type { Instant } from './calendar-date';
import type { Document } from './document';
import type { DocumentKey, OrderTransactionId, RefundId } from './ids';
import { isZero, least, subtract, zero, type Money } from './money';
import type { Order, OrderTransaction } from './order';

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
  const chronological = sorted(
    order.transactions,
    ({ processedAt }) => processedAt,
    ({ id }) => id,
  );
  const oldestFirst = sorted(
    documents,
    ({ happenedAt }) => happenedAt,
    ({ agreement }) => agreement,
  );
  const refundsWithMoney = new Set(
    chronological.flatMap(({ kind, succeeded, refund }) =>
      kind === 'refund' && succeeded && refund ? [refund] : [],
    ),
  );
  for (const transaction of chronological) {
    const candidates = candidatesFor(transaction, oldestFirst, refundsWithMoney);
    if (!candidates) continue;
    let rest = transaction.amount;
    const shares: DocumentShare[] = [];
    for (const document of candidates) {
      const amount = least(rest, open.get(document.key) ?? zero(rest.currency));
      if (amount.minor <= 0n) continue;
      shares.push({ document: document.key, amount });
      open.set(document.key, subtract(open.get(document.key) ?? amount, amount));
      rest = subtract(rest, amount);
      if (isZero(rest)) break;
    }
    pairings.set(transaction.id, { shares, unmatched: rest, amount: transaction.amount });
  }
  return pairings;
}

/** Oldest first. Shopify's ids count up, so they tell which of two came first in one second; they pass 2^53. */
function sorted<Thing>(
  things: readonly Thing[],
  momentOf: (thing: Thing) => Instant,
  idOf: (thing: Thing) => string,
): readonly Thing[] {
  if (things.length < 2) return things;
  return [...things].sort((left, right) => {
    const [one, other] = [idOf(left), idOf(right)];
    const byNumber = one.length - other.length || (one < other ? -1 : one > other ? 1 : 0);
    return Date.parse(momentOf(left)) - Date.parse(momentOf(right)) || byNumber;
  });
}

function candidatesFor(
  transaction: OrderTransaction,
  documents: readonly Document[],
  refundsWithMoney: ReadonlySet<RefundId>,
): Document[] | undefined {
  if (!transaction.succeeded) return undefined;
  switch (transaction.kind) {
    case 'sale':
    case 'capture':
      return documents.filter((document) => document.kind === 'invoice');
    case 'refund': {
      const creditNotes = documents.filter((document) => document.kind === 'credit-note');
      const own = (document: Document) =>
        transaction.refund !== undefined && document.refund === transaction.refund;
      // The credit note of another refund is that refund's own to settle, unless no money belongs to it.
      const spare = (document: Document) => !document.refund || !refundsWithMoney.has(document.refund);
      return [
        ...creditNotes.filter(own),
        ...creditNotes.filter((document) => !own(document) && spare(document)),
      ];
    }
    case 'authorization':
    case 'void':
    case 'change':
    case 'other':
      return undefined;
  }
}
