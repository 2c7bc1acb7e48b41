import { orderTransactionId, refundId, type OrderTransactionId, type RefundId } from '../accounting/ids';
import { isZero, NotAnAmount, parseMoney, type Money } from '../accounting/money';
import type { OrderTransaction, OrderTransactionKind } from '../accounting/order';
import { tailOfGid, type MoneyBag } from './answer';
import type { ShopifyOrder } from './order-shape';

const transactionKinds: Readonly<Record<string, OrderTransactionKind>> = {
  SALE: 'sale',
  AUTHORIZATION: 'authorization',
  EMV_AUTHORIZATION: 'authorization',
  CAPTURE: 'capture',
  REFUND: 'refund',
  VOID: 'void',
  CHANGE: 'change',
};

/** The payments of an order, each with the refund that it pays, as Shopify's refunds name their transactions. */
export function transactionsFromShopify(
  order: ShopifyOrder,
  take: (bag: MoneyBag) => Money,
): OrderTransaction[] {
  const refundOf = new Map<OrderTransactionId, RefundId>();
  for (const refund of order.refunds) {
    for (const { id } of refund.transactions.nodes) {
      refundOf.set(orderTransactionId(tailOfGid(id)), refundId(tailOfGid(refund.id)));
    }
  }
  return order.transactions.map((transaction) => {
    const id = orderTransactionId(tailOfGid(transaction.id));
    const refund = refundOf.get(id);
    const title = transaction.formattedGateway?.trim();
    // amountSet is what was owed; the money that changed hands is amountSet + amountRoundingSet.
    const rounding = transaction.amountRoundingSet ? take(transaction.amountRoundingSet) : undefined;
    return {
      id,
      kind: transactionKinds[transaction.kind] ?? 'other',
      succeeded: transaction.status === 'SUCCESS',
      status: transaction.status.toLowerCase(),
      gateway: transaction.gateway ?? '',
      ...(title ? { gatewayTitle: title } : {}),
      processedAt: transaction.processedAt ?? transaction.createdAt ?? order.createdAt,
      amount: take(transaction.amountSet),
      ...(rounding && !isZero(rounding) ? { rounding } : {}),
      ...feesOf(transaction.fees),
      ...(refund ? { refund } : {}),
    };
  });
}

/** An order is good without its fees: what cannot be read exactly there is told when their VAT is wanted. */
function feesOf(
  fees: ShopifyOrder['transactions'][number]['fees'],
): Pick<OrderTransaction, 'fees' | 'feesUnclear'> {
  try {
    return {
      fees: fees.map(({ amount, taxAmount }) => ({
        amount: parseMoney(amount.amount, amount.currencyCode),
        tax: parseMoney(taxAmount.amount, taxAmount.currencyCode),
      })),
    };
  } catch (error) {
    if (!(error instanceof NotAnAmount)) throw error;
    const taxed = fees.some(({ taxAmount }) => /[1-9]/.test(taxAmount.amount));
    return { fees: [], ...(taxed ? { feesUnclear: true } : {}) };
  }
}
