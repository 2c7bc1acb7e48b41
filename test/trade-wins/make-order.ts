import type { JsonObject } from '../fakes/shopify/shop-state';
import { bag, each, plus, taxInside, type Amount, type Currencies } from './amount';
import type { Product } from './catalogue';
import { address, customerId, isReverseCharge, purchasingEntity, type Customer } from './customers';
import { destination } from './destination';
import { orderNumberBase, type MadeLine, type MadeOrder } from './made-order';
import { inBoth, priceLines, type ExchangeRate, type LineWish, type PricedLine } from './price-order';
import { lineItem, shippingLine } from './line-json';
import { payments } from './order-payments';
import { saleOf } from './sale-json';
import { orderTaxLines, type OrderContext } from './tax-lines';

export type OrderWish = {
  number: number;
  /** Instant, UTC. */
  at: string;
  customer: Customer;
  lines: readonly LineWish[];
  codePercent?: bigint;
  gateway?: 'shopify_payments' | 'paypal' | 'Bank Deposit';
  /** Authorised first and captured a day later. */
  capturedAt?: string;
  presentment?: { currency: string; exchange: ExchangeRate };
};

const shopCurrency = 'EUR';

/** Makes an order, paid in full, whose every figure follows from its lines. */
export function makeOrder(wish: OrderWish): MadeOrder {
  const { number, at, customer, codePercent = 0n, gateway = 'shopify_payments' } = wish;
  const place = destination(customer.country);
  const untaxed = isReverseCharge(customer);
  const exchange = wish.presentment?.exchange ?? { numerator: 1n, denominator: 1n };
  const currencies = { shop: shopCurrency, presentment: wish.presentment?.currency ?? shopCurrency };
  const rateOf = (product: Product) => (untaxed ? 0n : product.reduced ? place.reduced : place.standard);
  const lines = priceLines({ orderNumber: number, lines: wish.lines, codePercent, rateOf, exchange });

  const shippingPrice = inBoth(place.shipping, exchange);
  const shippingRate = untaxed ? 0n : place.standard;
  const shipping: MadeLine = {
    id: `gid://shopify/ShippingLine/${5_000_000_000_000 + number}`,
    product: {
      number: 0,
      title: place.shippingTitle,
      sku: '',
      price: place.shipping,
      reduced: false,
      kind: 'Shipping',
    },
    quantity: 1,
    total: shippingPrice,
    rate: shippingRate,
    tax: each(shippingPrice, (cents) => taxInside(cents, shippingRate)),
  };
  const total = plus(...lines.map((line) => line.total), shipping.total);
  const made = {
    number,
    id: `gid://shopify/Order/${orderNumberBase + number}`,
    name: `#${number}`,
    customer,
  };
  const paidBy = 7_300_000_000_000 + number * 10 + (wish.capturedAt ? 1 : 0);
  const context = { currencies, taxTitle: place.taxTitle };
  return {
    ...made,
    ...context,
    processedAt: wish.capturedAt ?? at,
    gateway,
    lines,
    shipping,
    total,
    paidBy,
    json: {
      id: made.id,
      name: made.name,
      number,
      ...header(wish, currencies),
      ...totals(lines, shipping, total, currencies),
      shippingAddress: address(customer),
      billingAddress: address(customer),
      customer: customerId(customer),
      purchasingEntity: purchasingEntity(customer),
      discountCodes: codePercent > 0n ? ['WELKOM10'] : [],
      taxLines: orderTaxLines([...lines, shipping], context),
      lineItems: lines.map((line) => lineItem(line, context, codePercent)),
      shippingLines: [shippingLine(shipping, context)],
      agreements: [agreement(number, at, [...lines, shipping], context)],
      transactions: payments(wish, total, currencies, paidBy, gateway),
      refunds: [],
      disputes: [],
    },
  };
}

function header({ at, customer, presentment }: OrderWish, currencies: Currencies): JsonObject {
  return {
    createdAt: at,
    processedAt: at,
    sourceName: 'web',
    test: false,
    confirmed: true,
    taxesIncluded: true,
    taxExempt: isReverseCharge(customer),
    currencyCode: currencies.shop,
    presentmentCurrencyCode: presentment?.currency ?? currencies.shop,
  };
}

function totals(lines: PricedLine[], shipping: MadeLine, total: Amount, currencies: Currencies): JsonObject {
  const goods = plus(...lines.map((line) => line.total));
  const discounts = plus(...lines.flatMap((line) => [line.lineDiscount, line.orderDiscount]));
  const tax = plus(...lines.map((line) => line.tax), shipping.tax);
  return {
    subtotalPriceSet: bag(goods, currencies),
    currentSubtotalPriceSet: bag(goods, currencies),
    totalDiscountsSet: bag(discounts, currencies),
    currentTotalDiscountsSet: bag(discounts, currencies),
    totalShippingPriceSet: bag(shipping.total, currencies),
    currentShippingPriceSet: bag(shipping.total, currencies),
    totalTaxSet: bag(tax, currencies),
    totalPriceSet: bag(total, currencies),
  };
}

function agreement(number: number, at: string, lines: MadeLine[], context: OrderContext): JsonObject {
  return {
    id: `gid://shopify/SalesAgreement/${3_400_000_000_000 + number * 10}`,
    reason: 'ORDER',
    happenedAt: at,
    sales: lines.map((line, index) => ({
      id: `gid://shopify/Sale/${9_500_000_000_000 + number * 1000 + index}`,
      actionType: 'ORDER',
      ...saleOf(line, context),
    })),
  };
}
