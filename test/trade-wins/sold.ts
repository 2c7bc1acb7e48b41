import { products, type Product } from './catalogue';

export type LineType =
  'PRODUCT' | 'SHIPPING' | 'GIFT_CARD' | 'TIP' | 'DUTY' | 'FEE' | 'ADDITIONAL_FEE' | 'ADJUSTMENT';

export type Discount = { how: 'code' | 'automatic' | 'manual'; title: string; cents: bigint };

/** Something on an order. Prices are cents of the shop's currency, with tax where the order's prices include it. */
export type Sold = {
  lineType: LineType;
  title: string;
  /** Each. */
  price: bigint;
  quantity: number;
  /** Which of the destination's rates; `none` for what is no supply. */
  taxed: 'standard' | 'reduced' | 'none';
  product?: Product;
  discounts: readonly Discount[];
};

const one = { quantity: 1, discounts: [] };

/** A product of the catalogue (or one beside it) by its SKU. */
export function goods(skuOrProduct: string | Product, quantity = 1): Sold {
  const product =
    typeof skuOrProduct === 'string' ? products.find(({ sku }) => sku === skuOrProduct) : skuOrProduct;
  if (!product) throw new Error(`Trade Wins does not sell ${JSON.stringify(skuOrProduct)}.`);
  const { title, price, reduced } = product;
  return {
    ...one,
    lineType: 'PRODUCT',
    title,
    price,
    quantity,
    taxed: reduced ? 'reduced' : 'standard',
    product,
  };
}

/** A line that somebody typed: no product behind it. */
export const custom = (title: string, price: bigint): Sold => ({
  ...one,
  lineType: 'PRODUCT',
  title,
  price,
  taxed: 'standard',
});

export const free = (sold: Sold): Sold => ({ ...sold, price: 0n });

export const shipping = (title: string, price: bigint): Sold => ({
  ...one,
  lineType: 'SHIPPING',
  title,
  price,
  taxed: 'standard',
});

const untaxed = (lineType: LineType, title: string, price: bigint): Sold => ({
  ...one,
  lineType,
  title,
  price,
  taxed: 'none',
});

export const giftCard = (price: bigint): Sold => untaxed('GIFT_CARD', 'Gift card', price);
export const tip = (price: bigint): Sold => untaxed('TIP', 'Tip', price);
export const duty = (price: bigint): Sold => untaxed('DUTY', 'Duty', price);
/** Paid back (negative) or kept beyond what the lines say. */
export const adjustment = (price: bigint): Sold => untaxed('ADJUSTMENT', 'Adjustment', price);

export const additionalFee = (title: string, price: bigint): Sold => ({
  ...untaxed('ADDITIONAL_FEE', title, price),
  taxed: 'standard',
});

/** What the shop keeps of a return, for restocking or the way back. */
export const returnFee = (price: bigint): Sold => ({
  ...untaxed('FEE', 'Fee', price),
  taxed: 'standard',
});

/** So many cents off the whole line. */
export function off(sold: Sold, cents: bigint, discount: Omit<Discount, 'cents'>): Sold {
  return { ...sold, discounts: [...sold.discounts, { ...discount, cents }] };
}

/** Everything of it off: it costs nothing, and the discount says so. */
export const allOff = (sold: Sold, discount: Omit<Discount, 'cents'>): Sold =>
  off(sold, sold.price * BigInt(sold.quantity), discount);
