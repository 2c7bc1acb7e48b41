import type { JsonObject } from '../fakes/shopify/shop-state';
import { money } from './amount';
import { feeOn } from './processing-fee';
import type { MadeOrder } from './made-order';
import type { MadeRefund } from './refund-order';

/** One balance transaction before it is in a payout; cents of the payout's currency. net = amount − fee. */
export type Movement = {
  type: string;
  sourceType: string;
  at: string;
  amount: bigint;
  fee: bigint;
  order?: { id: string; name: string };
  orderTransaction?: number;
  source?: number;
  reason?: string;
};

export type PayoutWish = {
  number: number;
  /** The day of the payout, `2026-09-08`. */
  day: string;
  status: 'SCHEDULED' | 'PAID' | 'FAILED';
  movements: Movement[];
};

const currency = 'EUR';

export const net = ({ amount, fee }: Movement): bigint => amount - fee;
export const netOf = (movements: readonly Movement[]): bigint =>
  movements.reduce((sum, one) => sum + net(one), 0n);

export function charge(order: MadeOrder): Movement {
  const { id, name, total, paidBy, processedAt, currencies } = order;
  return {
    type: 'CHARGE',
    sourceType: 'CHARGE',
    at: processedAt,
    amount: total.shop,
    fee: feeOn(total.shop, currencies),
    order: { id, name },
    orderTransaction: paidBy,
    source: paidBy + 1_000,
  };
}

/** Shopify keeps the fee of the charge: a refund has none. */
export function refund({ order, at, total, transaction }: MadeRefund): Movement {
  const { id, name } = order;
  const common = { type: 'REFUND', sourceType: 'REFUND', at, amount: -total.shop, fee: 0n };
  return { ...common, order: { id, name }, orderTransaction: transaction, source: transaction + 1_000 };
}

const disputeFee = 1500n;

/** A dispute takes the charge and a fee of 15.00; winning it brings both back. */
export function disputeWithdrawal(order: MadeOrder, at: string, dispute: number): Movement {
  const { id, name, total, paidBy } = order;
  const common = {
    sourceType: 'DISPUTE',
    at,
    order: { id, name },
    orderTransaction: paidBy,
    source: dispute,
  };
  return { ...common, type: 'DISPUTE_WITHDRAWAL', amount: -total.shop, fee: disputeFee };
}

export function disputeReversal(order: MadeOrder, at: string, dispute: number): Movement {
  const withdrawal = disputeWithdrawal(order, at, dispute);
  return { ...withdrawal, type: 'DISPUTE_REVERSAL', amount: -withdrawal.amount, fee: -withdrawal.fee };
}

/** Adjustments, reserves, labels …: no order and no fee. */
export function other(type: string, at: string, amount: bigint, reason?: string): Movement {
  const movement = { type, sourceType: 'ADJUSTMENT', at, amount, fee: 0n };
  return reason === undefined ? movement : { ...movement, reason };
}

export const payoutId = (number: number) => `gid://shopify/ShopifyPaymentsPayout/${number}`;

export function payoutJson({ number, day, status, movements }: PayoutWish): JsonObject {
  const total = netOf(movements);
  return {
    id: payoutId(number),
    issuedAt: `${day}T00:00:00Z`,
    status,
    transactionType: total < 0n ? 'WITHDRAWAL' : 'DEPOSIT',
    net: money(total, currency),
    externalTraceId: status === 'PAID' ? `TW${number}` : null,
    businessEntity: {
      id: 'gid://shopify/BusinessEntity/1',
      displayName: 'Trade Wins',
      companyName: 'Trade Wins B.V.',
      primary: true,
    },
  };
}

/** A payout's transactions and, last, its own transfer to the bank, which is not part of the sum. */
export function balanceTransactions(payout: PayoutWish): JsonObject[] {
  const { number, day, status, movements } = payout;
  const associatedPayout = { id: payoutId(number), status };
  const total = netOf(movements);
  const transfer: Movement = {
    type: 'TRANSFER',
    sourceType: 'TRANSFER',
    at: `${day}T00:00:00Z`,
    amount: -total,
    fee: 0n,
    source: number,
  };
  return [...movements, transfer].map((movement, index) =>
    movementJson(movement, number * 100_000 + index, associatedPayout),
  );
}

/** Transactions that no payout holds yet. */
export function pendingTransactions(movements: readonly Movement[], firstNumber: number): JsonObject[] {
  return movements.map((movement, index) =>
    movementJson(movement, firstNumber + index, { id: null, status: 'PENDING' }),
  );
}

function movementJson(movement: Movement, number: number, associatedPayout: JsonObject): JsonObject {
  const { type, sourceType, at, amount, fee, order, orderTransaction, source, reason } = movement;
  return {
    id: `gid://shopify/ShopifyPaymentsBalanceTransaction/${number}`,
    type,
    sourceType,
    sourceId: source === undefined ? null : String(source),
    sourceOrderTransactionId: orderTransaction === undefined ? null : String(orderTransaction),
    transactionDate: at,
    test: false,
    adjustmentReason: reason ?? null,
    amount: money(amount, currency),
    fee: money(fee, currency),
    net: money(net(movement), currency),
    associatedOrder: order ? { ...order } : null,
    associatedPayout,
    adjustmentsOrders: [],
  };
}
