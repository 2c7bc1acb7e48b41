import type { JsonObject } from '../fakes/shopify/shop-state';
import { bag, each, minus, nothing, plus, taxInside, type Amount } from './amount';
import type { MadeLine } from './made-order';
import { taxLines, type OrderContext } from './tax-lines';

/** The fields that a sale of a line has in every agreement; a return has them negative. */
export function saleOf(
  line: Pick<MadeLine, 'id' | 'total' | 'tax' | 'rate' | 'product' | 'quantity'> & {
    lineDiscount?: Amount;
    orderDiscount?: Amount;
  },
  context: OrderContext,
): JsonObject {
  const { currencies } = context;
  const isShipping = line.product.kind === 'Shipping';
  const discount = plus(line.lineDiscount ?? nothing, line.orderDiscount ?? nothing);
  return {
    lineType: isShipping ? 'SHIPPING' : 'PRODUCT',
    ...(isShipping ? { shippingLine: line.id } : { lineItem: line.id }),
    quantity: line.quantity,
    totalAmount: bag(line.total, currencies),
    totalTaxAmount: bag(line.tax, currencies),
    totalDiscountAmountAfterTaxes: bag(discount, currencies),
    totalDiscountAmountBeforeTaxes: bag(
      minus(
        discount,
        each(discount, (cents) => taxInside(cents, line.rate)),
      ),
      currencies,
    ),
    taxes: taxLines(line, context).map((tax) => ({ amount: bag(line.tax, currencies), taxLine: tax })),
  };
}
