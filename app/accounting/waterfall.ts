import type { BalanceTransaction } from './balance-transaction';
import { add, isZero, negate, zero, type Money } from './money';
import type { Payout } from './payout';
import { transactionFamily, type TransactionFamily } from './transaction-family';

export type WaterfallStep = 'sales' | 'refunds' | 'disputes' | 'reserves' | 'adjustments' | 'other' | 'fees';

export interface WaterfallBar {
  readonly step: WaterfallStep | 'payout';
  readonly amount: Money;
  /** Where the bar begins and ends on the running total. */
  readonly from: Money;
  readonly to: Money;
  readonly count: number;
}

const stepOfFamily: Record<TransactionFamily, WaterfallStep> = {
  charge: 'sales',
  refund: 'refunds',
  dispute: 'disputes',
  reserve: 'reserves',
  adjustment: 'adjustments',
  financing: 'other',
  'shipping-and-duty': 'other',
  credit: 'other',
  fee: 'fees',
  transfer: 'other',
  unknown: 'other',
};

const order: readonly WaterfallStep[] = [
  'sales',
  'refunds',
  'disputes',
  'reserves',
  'adjustments',
  'other',
  'fees',
];

/** From gross sales over refunds, disputes, adjustments and fees to the payout; the bars sum to Σ net. */
export function waterfall(payout: Payout, transactions: Iterable<BalanceTransaction>): WaterfallBar[] {
  const currency = payout.net.currency;
  const amounts = new Map<WaterfallStep, { amount: Money; count: number }>();
  const book = (step: WaterfallStep, amount: Money) => {
    const known = amounts.get(step) ?? { amount: zero(currency), count: 0 };
    amounts.set(step, { amount: add(known.amount, amount), count: known.count + 1 });
  };
  for (const { type, amount, fee } of transactions) {
    if (amount.currency !== currency) continue;
    book(stepOfFamily[transactionFamily(type)], amount);
    if (!isZero(fee)) book('fees', negate(fee));
  }
  let running = zero(currency);
  const bars: WaterfallBar[] = [];
  for (const step of order) {
    const entry = amounts.get(step);
    if (!entry) continue;
    const to = add(running, entry.amount);
    bars.push({ step, amount: entry.amount, from: running, to, count: entry.count });
    running = to;
  }
  return [...bars, { step: 'payout', amount: running, from: zero(currency), to: running, count: 1 }];
}
