import { products, type Product } from './catalogue';
import { customers, type Customer } from './customers';
import type { OrderWish } from './make-order';
import type { LineWish } from './price-order';
import type { Random } from './random';

/** What a random customer orders: one to four products, now and then with a discount. */
export function wishOrder(random: Random, number: number, at: string): OrderWish {
  const customer = random.pick(buyers);
  const wish = { number, at, customer, lines: wishLines(random, customer) };
  return random.chance(15) ? { ...wish, codePercent: 10n } : wish;
}

/** The American buys once, in dollars: that order is made by hand. */
const buyers = customers.filter(({ country }) => country !== 'US');

export function wishLines(random: Random, { company }: Customer): LineWish[] {
  const count = random.whole(1, 4);
  const chosen: Product[] = [];
  while (chosen.length < count) {
    const product = random.pick(products);
    if (!chosen.includes(product)) chosen.push(product);
  }
  return chosen.map((product) => {
    const quantity = company ? random.whole(2, 8) : random.whole(1, 3);
    const line = { product, quantity };
    return random.chance(8) ? { ...line, lineDiscount: product.price / 5n } : line;
  });
}
