import type { BalanceTransaction } from '../../app/accounting/balance-transaction';
import { calendarDate } from '../../app/accounting/calendar-date';
import { balanceTransactionId, orderId, payoutId } from '../../app/accounting/ids';
import { negate, parseMoney, subtract, toDecimal, type Money } from '../../app/accounting/money';
import type { Order } from '../../app/accounting/order';
import type { Payout, PayoutStatus } from '../../app/accounting/payout';

export const defaultPayoutId = '148156579998';

export interface TransactionTraits {
  readonly id?: string;
  readonly fee?: string;
  readonly feeVat?: string;
  /** Only for what does not add up; else it is amount − fee. */
  readonly net?: string;
  readonly currency?: string;
  readonly at?: string;
  readonly payout?: string;
  readonly order?: Order | string;
  /** Which of the order's transactions, counted from 0. */
  readonly nth?: number;
  readonly test?: boolean;
  readonly reason?: string;
}

let made = 0;

/** One balance transaction: `transaction('CHARGE', '24.93', { fee: '0.61' })`. Signs are the merchant's. */
export function transaction(
  type: string,
  amount: string,
  traits: TransactionTraits = {},
): BalanceTransaction {
  const currency = traits.currency ?? 'EUR';
  const gross = parseMoney(amount, currency);
  const fee = parseMoney(traits.fee ?? '0', currency);
  const order = traits.order;
  const orderTransaction = typeof order === 'object' ? order.transactions[traits.nth ?? 0] : undefined;
  made += 1;
  return {
    id: balanceTransactionId(traits.id ?? String(4309183 + made)),
    type,
    occurredAt: traits.at ?? '2026-06-10T12:00:00Z',
    amount: gross,
    fee,
    ...(traits.feeVat === undefined ? {} : { feeVat: parseMoney(traits.feeVat, currency) }),
    net: traits.net === undefined ? subtract(gross, fee) : parseMoney(traits.net, currency),
    test: traits.test ?? false,
    payout: payoutId(traits.payout ?? defaultPayoutId),
    ...(order === undefined
      ? {}
      : { order: typeof order === 'string' ? { name: order } : { id: orderId(order.id), name: order.name } }),
    ...(orderTransaction ? { orderTransaction: orderTransaction.id } : {}),
    ...(traits.reason === undefined ? {} : { adjustmentReason: traits.reason }),
  };
}

/** The charge of an order's nth transaction, for its whole amount unless `traits.amount` says what reached the balance. */
export function chargeOf(
  order: Order,
  traits: TransactionTraits & { amount?: string } = {},
): BalanceTransaction {
  return transaction('CHARGE', traits.amount ?? toDecimal(paymentOf(order, traits.nth)), {
    currency: order.currency,
    ...traits,
    order,
  });
}

/** The refund of an order's nth transaction: the same figure, leaving the balance. */
export function refundOf(
  order: Order,
  traits: TransactionTraits & { amount?: string } = {},
): BalanceTransaction {
  return transaction('REFUND', traits.amount ?? toDecimal(negate(paymentOf(order, traits.nth))), {
    currency: order.currency,
    ...traits,
    order,
  });
}

function paymentOf(order: Order, nth = 0): Money {
  const payment = order.transactions[nth];
  if (!payment) throw new RangeError(`${order.name} has no transaction ${String(nth)}`);
  return payment.amount;
}

export interface PayoutTraits {
  readonly id?: string;
  readonly issuedOn?: string;
  readonly status?: PayoutStatus;
  readonly currency?: string;
}

export function aPayout(net: string, traits: PayoutTraits = {}): Payout {
  return {
    id: payoutId(traits.id ?? defaultPayoutId),
    issuedOn: calendarDate(traits.issuedOn ?? '2026-06-12'),
    status: traits.status ?? 'paid',
    net: parseMoney(net, traits.currency ?? 'EUR'),
  };
}
