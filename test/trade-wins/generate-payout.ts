import type { ShopState } from '../fakes/shopify/shop-state';
import {
  balanceTransactions,
  charge,
  payoutId,
  payoutJson,
  refund,
  type Movement,
  type PayoutWish,
} from './ledger';
import { makeOrder } from './make-order';
import { Random } from './random';
import { refundOrder, wholeOrder } from './refund-order';
import { daysLater, instant } from './season';
import { shopState } from './shop';
import { wishOrder } from './wish-order';

/** `hours`: from the first order to the last, from nine in the morning of 2 November; four days where not said. */
export type PayoutSize = { charges: number; refunds?: number; seed?: number; hours?: number };

const payoutNumber = 150_700_000;
export const generatedPayout = payoutId(payoutNumber);

/**
 * Trade Wins with one paid payout of so many charges, each of an order of its own, and refunds of the first of those
 * orders (in turn the whole order and one unit of its first line).
 */
export function generatePayout({ charges, refunds = 0, seed = 1, hours = 96 }: PayoutSize): ShopState {
  if (refunds > charges) throw new Error('There are more refunds than charges.');
  const random = new Random(seed);
  const start = Date.UTC(2026, 10, 2, 8);
  const step = Math.floor((hours * 3600) / Math.max(1, charges)) * 1000;
  const orders = Array.from({ length: charges }, (_, index) =>
    makeOrder(wishOrder(random, 10_001 + index, instant(start + index * step))),
  );
  const movements: Movement[] = orders.map(charge);
  for (const [index, order] of orders.slice(0, refunds).entries()) {
    const part = index % 2 === 0 ? wholeOrder(order) : { lines: [{ index: 0, quantity: 1 }] };
    movements.push(refund(refundOrder(order, { ...part, at: daysLater(order.processedAt, 1) })));
  }
  const payout: PayoutWish = { number: payoutNumber, day: '2026-11-10', status: 'PAID', movements };
  return shopState({
    orders,
    payouts: [payoutJson(payout)],
    balanceTransactions: balanceTransactions(payout),
    balance: 0n,
  });
}

/** Trade Wins with so many paid payouts, one a day backwards, of one charge each whose order is not in the shop. */
export function manyPayouts(count: number): ShopState {
  const payouts = Array.from({ length: count }, (_, index): PayoutWish => {
    const day = instant(Date.UTC(2026, 10, 17) - index * 86_400_000).slice(0, 10);
    const amount = 1000n + BigInt(index % 900) * 7n;
    const order = { id: `gid://shopify/Order/${6_000_000_000_000 + index}`, name: `#A${index}` };
    const movement = {
      type: 'CHARGE',
      sourceType: 'CHARGE',
      at: `${day}T00:00:00Z`,
      amount,
      fee: 44n,
      order,
    };
    return { number: payoutNumber + index, day, status: 'PAID', movements: [movement] };
  });
  return shopState({
    orders: [],
    payouts: payouts.map(payoutJson),
    balanceTransactions: payouts.flatMap(balanceTransactions),
    balance: 0n,
  });
}
