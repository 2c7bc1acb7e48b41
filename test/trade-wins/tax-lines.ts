import type { JsonObject } from '../fakes/shopify/shop-state';
import { bag, plus, type Amount, type Currencies } from './amount';
import type { MadeLine } from './made-order';

/** What the parts of one order have in common. */
export type OrderContext = { currencies: Currencies; taxTitle: string };

export function taxLine(amount: Amount, rate: bigint, { currencies, taxTitle }: OrderContext): JsonObject {
  return {
    title: taxTitle,
    // A fraction: 21 % is 0.21.
    rate: Number(rate) / 100,
    ratePercentage: Number(rate),
    channelLiable: false,
    priceSet: bag(amount, currencies),
  };
}

export function taxLines(line: { tax: Amount; rate: bigint }, context: OrderContext): JsonObject[] {
  return line.rate === 0n ? [] : [taxLine(line.tax, line.rate, context)];
}

export function orderTaxLines(lines: MadeLine[], context: OrderContext): JsonObject[] {
  const rates = [...new Set(lines.map((line) => line.rate))].filter((rate) => rate !== 0n);
  return rates.map((rate) =>
    taxLine(plus(...lines.filter((line) => line.rate === rate).map((line) => line.tax)), rate, context),
  );
}
