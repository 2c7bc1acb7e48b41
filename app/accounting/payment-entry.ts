import type { Instant } from './calendar-date';
import type { DocumentKey, OrderId, OrderTransactionId } from './ids';
import { add, isZero, negate, subtract, zero, type Money } from './money';
import type { Order, OrderTransaction } from './order';
import { orderPayments } from './order-payments';
import type { DocumentShare, Pairing } from './pair-payments';

/** The stable name of a payment, from the order transaction's id: its external id in Odoo. */
export const paymentKey = (id: OrderTransactionId) => `payment_${id}`;

/** Money of an order that comes through no feed, as it is registered in the journal mapped for its gateway. */
export interface PaymentEntry {
  readonly key: string;
  readonly order: { readonly id: OrderId; readonly name: string };
  readonly transaction: OrderTransactionId;
  readonly gateway: string;
  readonly gatewayTitle: string;
  readonly happenedAt: Instant;
  /** `in`: the customer paid. `out`: a refund. */
  readonly direction: 'in' | 'out';
  /** What came in or went out, positive: what the money account moves by. */
  readonly money: Money;
  /** What rounding to a coin left out (positive) or added (negative), on the customer's side: Σ shares = money + rounding. */
  readonly rounding: Money;
  /** The documents that it settles. Empty for a document of before the start date, and for money that nothing calls for. */
  readonly shares: readonly DocumentShare[];
  /** The customer's credit (in) or debt (out) that stays open; positive. Σ shares + open = money + rounding. */
  readonly open: Money;
}

/**
 * The payments of an order to register: every sale, capture and refund that succeeded and moved money, oldest first. What
 * a cashier gave back as change lessens the payment before it.
 */
export function paymentsOfOrder(
  order: Order,
  pairings: ReadonlyMap<OrderTransactionId, Pairing>,
  earlier: ReadonlySet<DocumentKey>,
): PaymentEntry[] {
  return orderPayments(order).flatMap((payment): PaymentEntry[] => {
    const { transaction, amount } = payment;
    if (isZero(amount)) return [];
    const pairing = pairings.get(transaction.id);
    const rounding = leftByRounding(transaction, order);
    const shares = (pairing?.shares ?? []).filter(({ document }) => !earlier.has(document));
    const settled = shares.reduce((total, share) => add(total, share.amount), zero(order.currency));
    return [
      {
        key: paymentKey(transaction.id),
        order: { id: order.id, name: order.name },
        transaction: transaction.id,
        gateway: transaction.gateway,
        gatewayTitle: transaction.gatewayTitle ?? transaction.gateway,
        happenedAt: transaction.processedAt,
        direction: transaction.kind === 'refund' ? 'out' : 'in',
        money: subtract(amount, rounding),
        rounding,
        shares,
        open: subtract(amount, settled),
      },
    ];
  });
}

/** Shopify's rounding is signed as the money's change: −0.02 means that 0.02 less came in (or went out). */
function leftByRounding({ rounding }: OrderTransaction, order: Order): Money {
  return rounding ? negate(rounding) : zero(order.currency);
}
