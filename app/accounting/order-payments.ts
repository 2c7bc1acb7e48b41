import type { Instant } from './calendar-date';
import { equals, isZero, least, subtract, sumOf, type Money } from './money';
import type { Order, OrderTransaction } from './order';

/** Oldest first. Shopify's ids count up, so they tell which of two came first in one second; they pass 2^53. */
export function oldestFirst<Thing>(
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

/** A transaction that moved money, and how much it settles: change given back at the till is taken off. */
export interface OrderPayment {
  readonly transaction: OrderTransaction;
  /** Positive; in the order's currency. */
  readonly amount: Money;
}

/**
 * An order's transactions that moved money, oldest first. Authorisations and voids move none. Change given back at the
 * till lessens the payment before it, unless Shopify's own figure of what was received says that it is off already.
 */
export function orderPayments(order: Order): OrderPayment[] {
  const paidIn = order.transactions.filter(
    ({ kind, succeeded }) => succeeded && (kind === 'sale' || kind === 'capture'),
  );
  const { received } = order.totals ?? {};
  const isNet =
    received !== undefined &&
    equals(
      received,
      sumOf(order.currency, paidIn, ({ amount }) => amount),
    );
  const sorted = oldestFirst(
    order.transactions.filter(({ succeeded }) => succeeded),
    ({ processedAt }) => processedAt,
    ({ id }) => id,
  );
  const payments: { transaction: OrderTransaction; amount: Money }[] = [];
  for (const transaction of sorted) {
    switch (transaction.kind) {
      case 'sale':
      case 'capture':
      case 'refund':
        payments.push({ transaction, amount: transaction.amount });
        break;
      case 'change': {
        if (isNet) break;
        let change = transaction.amount;
        for (const payment of [...payments].reverse()) {
          if (payment.transaction.kind === 'refund' || payment.transaction.gateway !== transaction.gateway)
            continue;
          const off = least(change, payment.amount);
          payment.amount = subtract(payment.amount, off);
          change = subtract(change, off);
          if (isZero(change)) break;
        }
        break;
      }
      case 'authorization':
      case 'void':
      case 'other':
        break;
    }
  }
  return payments;
}
