import { divided, each, minus, nothing, shared, taxInside, times, type Amount } from './amount';
import type { Product } from './catalogue';
import type { MadeLine } from './made-order';

export type LineWish = {
  product: Product;
  quantity: number;
  /** Off this line, in cents of the shop's currency. */
  lineDiscount?: bigint;
};

/** What a customer pays for each unit of the shop's currency; 108/100 is 1.08. */
export type ExchangeRate = { numerator: bigint; denominator: bigint };

export type PricedLine = MadeLine & {
  unit: Amount;
  original: Amount;
  lineDiscount: Amount;
  orderDiscount: Amount;
};

export type PriceWish = {
  orderNumber: number;
  lines: readonly LineWish[];
  /** Percent off all lines by a code. */
  codePercent: bigint;
  rateOf: (product: Product) => bigint;
  exchange: ExchangeRate;
};

/** Prices the lines as Shopify does: line discount, share of the order's discount, then the tax inside the rest. */
export function priceLines({ orderNumber, lines, codePercent, rateOf, exchange }: PriceWish): PricedLine[] {
  const discounted = lines.map(({ product, quantity, lineDiscount = 0n }, index) => {
    const unit = inBoth(product.price, exchange);
    const original = times(unit, quantity);
    const discount = inBoth(lineDiscount, exchange);
    return {
      product,
      quantity,
      index,
      unit,
      original,
      lineDiscount: discount,
      rest: minus(original, discount),
    };
  });
  const shares = (side: keyof Amount) => {
    const rests = discounted.map(({ rest }) => rest[side]);
    const whole = rests.reduce((sum, rest) => sum + rest, 0n);
    return shared(divided(whole * codePercent, 100n), rests);
  };
  const [shop, presentment] = [shares('shop'), shares('presentment')];
  return discounted.map(({ rest, index, ...line }) => {
    const orderDiscount =
      codePercent === 0n ? nothing : { shop: shop[index] ?? 0n, presentment: presentment[index] ?? 0n };
    const total = minus(rest, orderDiscount);
    const rate = rateOf(line.product);
    const tax = each(total, (cents) => taxInside(cents, rate));
    return { ...line, id: lineItemId(orderNumber, index), orderDiscount, total, rate, tax };
  });
}

export function inBoth(cents: bigint, { numerator, denominator }: ExchangeRate): Amount {
  return { shop: cents, presentment: divided(cents * numerator, denominator) };
}

function lineItemId(orderNumber: number, index: number): string {
  return `gid://shopify/LineItem/${15_000_000_000_000 + orderNumber * 100 + index}`;
}
