import type { JsonObject } from '../fakes/shopify/shop-state';
import { bag, divided, each, minus, money } from './amount';
import { productId, variantId } from './catalogue';
import type { MadeLine } from './made-order';
import type { PricedLine } from './price-order';
import { taxLines, type OrderContext } from './tax-lines';

export function lineItem(line: PricedLine, context: OrderContext, codePercent: bigint): JsonObject {
  const { currencies } = context;
  const { product, quantity, total, tax, lineDiscount, orderDiscount } = line;
  const allocations: JsonObject[] = [];
  if (lineDiscount.shop > 0n) {
    allocations.push({
      allocatedAmountSet: bag(lineDiscount, currencies),
      discountApplication: {
        __typename: 'ManualDiscountApplication',
        index: 0,
        title: 'Last season',
        description: 'Last season',
        allocationMethod: 'ACROSS',
        targetSelection: 'EXPLICIT',
        targetType: 'LINE_ITEM',
        value: money(lineDiscount.presentment, currencies.presentment),
      },
    });
  }
  if (orderDiscount.shop > 0n) {
    allocations.push({
      allocatedAmountSet: bag(orderDiscount, currencies),
      discountApplication: {
        __typename: 'DiscountCodeApplication',
        index: 1,
        code: 'WELKOM10',
        allocationMethod: 'ACROSS',
        targetSelection: 'ALL',
        targetType: 'LINE_ITEM',
        value: { percentage: Number(codePercent) },
      },
    });
  }
  return {
    id: line.id,
    title: product.title,
    name: product.title,
    sku: product.sku,
    vendor: 'Trade Wins',
    quantity,
    currentQuantity: quantity,
    refundableQuantity: quantity,
    isGiftCard: false,
    product: productId(product),
    variant: variantId(product),
    originalUnitPriceSet: bag(line.unit, currencies),
    originalTotalSet: bag(line.original, currencies),
    discountedTotalSet: bag(total, currencies),
    discountedUnitPriceAfterAllDiscountsSet: bag(
      each(total, (cents) => divided(cents, BigInt(quantity))),
      currencies,
    ),
    priceAfterAllDiscountsBeforeTaxesSet: bag(minus(total, tax), currencies),
    discountAllocations: allocations,
    taxLines: taxLines(line, context),
  };
}

export function shippingLine(shipping: MadeLine, context: OrderContext): JsonObject {
  const price = bag(shipping.total, context.currencies);
  return {
    id: shipping.id,
    title: shipping.product.title,
    code: shipping.product.title,
    source: 'shopify',
    originalPriceSet: price,
    discountedPriceSet: price,
    currentDiscountedPriceSet: price,
    taxLines: taxLines(shipping, context),
  };
}
