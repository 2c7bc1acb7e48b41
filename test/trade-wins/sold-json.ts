import type { JsonObject } from '../fakes/shopify/shop-state';
import { bag, divided, each, minus, money } from './amount';
import { productId, variantId } from './catalogue';
import { inBoth, type ExchangeRate } from './price-order';
import type { PricedSold } from './price-sold';
import type { Discount } from './sold';
import { taxLine, type OrderContext } from './tax-lines';

export type SoldContext = OrderContext & {
  exchange: ExchangeRate;
  /** Shopify pays these taxes itself. */
  channelLiable: boolean;
};

export function taxLinesOfSold({ tax, percent }: PricedSold, context: SoldContext): JsonObject[] {
  if (percent === undefined || percent === 0n) return [];
  return [{ ...taxLine(tax, percent, context), channelLiable: context.channelLiable }];
}

export function lineItemOf(id: string, line: PricedSold, context: SoldContext): JsonObject {
  const { sold, quantity, unit, original, discount, total, tax } = line;
  const { currencies } = context;
  const { product } = sold;
  return {
    id,
    title: sold.title,
    name: sold.title,
    sku: product?.sku ?? null,
    vendor: product ? 'Trade Wins' : null,
    quantity,
    currentQuantity: quantity,
    refundableQuantity: quantity,
    isGiftCard: sold.lineType === 'GIFT_CARD',
    requiresShipping: sold.lineType === 'PRODUCT',
    ...(product ? { product: productId(product), variant: variantId(product) } : {}),
    originalUnitPriceSet: bag(unit, currencies),
    originalTotalSet: bag(original, currencies),
    discountedTotalSet: bag(minus(original, discount), currencies),
    discountedUnitPriceAfterAllDiscountsSet: bag(
      each(minus(original, discount), (cents) => divided(cents, BigInt(quantity))),
      currencies,
    ),
    priceAfterAllDiscountsBeforeTaxesSet: bag(minus(total, tax), currencies),
    discountAllocations: sold.discounts.map((one, index) => allocation(one, index, context)),
    taxLines: taxLinesOfSold(line, context),
  };
}

const applications: Record<Discount['how'], (title: string) => JsonObject> = {
  code: (code) => ({ __typename: 'DiscountCodeApplication', code, targetSelection: 'ALL' }),
  automatic: (title) => ({ __typename: 'AutomaticDiscountApplication', title, targetSelection: 'ENTITLED' }),
  manual: (title) => ({
    __typename: 'ManualDiscountApplication',
    title,
    description: title,
    targetSelection: 'EXPLICIT',
  }),
};

function allocation({ how, title, cents }: Discount, index: number, context: SoldContext): JsonObject {
  const amount = inBoth(cents, context.exchange);
  return {
    allocatedAmountSet: bag(amount, context.currencies),
    discountApplication: {
      ...applications[how](title),
      index,
      allocationMethod: 'ACROSS',
      targetType: 'LINE_ITEM',
      value: money(amount.presentment, context.currencies.presentment),
    },
  };
}

export function shippingLineOf(id: string, line: PricedSold, context: SoldContext): JsonObject {
  const { sold, original, discount } = line;
  const { currencies } = context;
  return {
    id,
    title: sold.title,
    code: sold.title,
    source: 'shopify',
    originalPriceSet: bag(original, currencies),
    discountedPriceSet: bag(minus(original, discount), currencies),
    currentDiscountedPriceSet: bag(minus(original, discount), currencies),
    discountAllocations: sold.discounts.map((one, index) => allocation(one, index, context)),
    taxLines: taxLinesOfSold(line, context),
  };
}

/** A sale of an agreement; what is taken back is negative in quantity and amounts. `of` is its line, where it has one. */
export function saleOfSold(id: string, line: PricedSold, of: string, context: SoldContext): JsonObject {
  const { sold, quantity, total, tax } = line;
  const { currencies } = context;
  const taxes = taxLinesOfSold(line, context).map((taxLine) => ({ amount: bag(tax, currencies), taxLine }));
  return {
    id,
    actionType: quantity < 0 ? 'RETURN' : 'ORDER',
    lineType: sold.lineType,
    ...reference(sold.lineType, sold.title, of, bag(total, currencies)),
    quantity: sold.lineType === 'ADJUSTMENT' ? null : quantity,
    totalAmount: bag(total, currencies),
    totalTaxAmount: bag(tax, currencies),
    totalDiscountAmountBeforeTaxes: bag(line.discountBeforeTax, currencies),
    totalDiscountAmountAfterTaxes: bag(line.discountAfterTax, currencies),
    taxes,
  };
}

function reference(
  lineType: PricedSold['sold']['lineType'],
  name: string,
  of: string,
  price: JsonObject,
): JsonObject {
  switch (lineType) {
    case 'PRODUCT':
    case 'GIFT_CARD':
      return { lineItem: of };
    case 'SHIPPING':
      return { shippingLine: of };
    case 'ADDITIONAL_FEE':
      return { additionalFee: { id: of, name, price } };
    case 'DUTY':
      return { duty: { id: of, price } };
    case 'TIP':
    case 'FEE':
    case 'ADJUSTMENT':
      return {};
    default:
      return lineType satisfies never;
  }
}
