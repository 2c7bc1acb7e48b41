import { divided, each, minus, negative, nothing, plus, taxInside, times, type Amount } from './amount';
import { inBoth, type ExchangeRate } from './price-order';
import type { Sold } from './sold';

export type PricedSold = {
  sold: Sold;
  /** Signed: negative for what is taken back. */
  quantity: number;
  unit: Amount;
  original: Amount;
  /** Off the line, as its price is: with tax where prices include it. */
  discount: Amount;
  discountBeforeTax: Amount;
  discountAfterTax: Amount;
  /** After discounts, with tax. */
  total: Amount;
  tax: Amount;
  /** Whole percentage; undefined where there is no tax on it at all. */
  percent: bigint | undefined;
};

export type Pricing = {
  exchange: ExchangeRate;
  /** Prices include tax. */
  included: boolean;
  percentOf: (sold: Sold) => bigint | undefined;
};

/** Prices a line as Shopify does: discounts off, then the tax inside the rest (or on top of it), rounded once. */
export function priceSold(sold: Sold, { exchange, included, percentOf }: Pricing): PricedSold {
  const percent = percentOf(sold);
  const unit = inBoth(sold.price, exchange);
  const original = times(unit, sold.quantity);
  const discount = plus(nothing, ...sold.discounts.map(({ cents }) => inBoth(cents, exchange)));
  const rest = minus(original, discount);
  const rate = percent ?? 0n;
  const taxOf = (amount: Amount) =>
    each(amount, (cents) => (included ? taxInside(cents, rate) : divided(cents * rate, 100n)));
  const tax = taxOf(rest);
  return {
    sold,
    quantity: sold.quantity,
    unit,
    original,
    discount,
    discountBeforeTax: included ? minus(discount, taxOf(discount)) : discount,
    discountAfterTax: included ? discount : plus(discount, taxOf(discount)),
    total: included ? rest : plus(rest, tax),
    tax,
    percent,
  };
}

/** So many units of a line taken back, each with its share of what was paid for it. */
export function takenBack(line: PricedSold, quantity = line.quantity): PricedSold {
  const share = (amount: Amount) =>
    negative(each(times(amount, quantity), (cents) => divided(cents, BigInt(line.quantity))));
  return {
    ...line,
    quantity: -quantity,
    original: share(line.original),
    discount: share(line.discount),
    discountBeforeTax: share(line.discountBeforeTax),
    discountAfterTax: share(line.discountAfterTax),
    total: share(line.total),
    tax: share(line.tax),
  };
}
