import { customers } from './customers';
import { makeOrder, type OrderWish } from './make-order';
import type { MadeOrder } from './made-order';
import type { Random } from './random';
import { wishLines, wishOrder } from './wish-order';

const firstDay = Date.UTC(2026, 7, 20);
const days = 91;
const dayLength = 86_400_000;
export const orderCount = 150;

/** This order was deleted in Shopify after it was paid; its charge is still in a payout. */
export const missingOrder = { id: 'gid://shopify/Order/6120000001072', name: '#1072', number: 1072 };

/** The 150 orders from 2026-08-20 to 2026-11-18, oldest first. */
export function seasonOrders(random: Random): MadeOrder[] {
  const moments = Array.from({ length: orderCount }, (_, index) => {
    const day = Math.floor((index * days) / orderCount);
    return firstDay + day * dayLength + random.whole(6 * 3600, 20 * 3600) * 1000;
  }).sort((a, b) => a - b);
  return moments.map((moment, index) => {
    const number = 1001 + index < missingOrder.number ? 1001 + index : 1002 + index;
    return makeOrder(special(random, index, wishOrder(random, number, instant(moment))));
  });
}

export function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}

export function daysLater(at: string, count: number): string {
  return instant(Date.parse(at) + count * dayLength + 3_600_000);
}

function special(random: Random, index: number, wish: OrderWish): OrderWish {
  const american = customers.find(({ country }) => country === 'US');
  if (index === 60 && american) {
    return {
      ...wish,
      customer: american,
      lines: wishLines(random, american),
      codePercent: 0n,
      presentment: { currency: 'USD', exchange: { numerator: 108n, denominator: 100n } },
    };
  }
  // 22:40 in London is the next month in Utrecht.
  if (wish.at.startsWith('2026-09-30') && index % 2 === 1) return { ...wish, at: '2026-09-30T22:40:00Z' };
  if (index % 25 === 7) return { ...wish, gateway: 'paypal' };
  if (index % 30 === 11) return { ...wish, gateway: 'Bank Deposit' };
  if (index % 20 === 3) return { ...wish, capturedAt: daysLater(wish.at, 1) };
  return wish;
}
