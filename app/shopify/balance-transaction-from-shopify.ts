import { z } from 'zod';
import type { BalanceTransaction } from '../accounting/balance-transaction';
import { balanceTransactionId, orderId, orderTransactionId, payoutId } from '../accounting/ids';
import { parseMoney } from '../accounting/money';
import { instant, moneyV2, readAnswer, tailOfGid } from './answer';

const bigInteger = z.union([z.string(), z.number()]).transform(String);

const shape = z.object({
  id: z.string(),
  type: z.string(),
  sourceOrderTransactionId: bigInteger.nullish(),
  test: z.boolean(),
  transactionDate: instant,
  adjustmentReason: z.string().nullish(),
  amount: moneyV2,
  fee: moneyV2,
  net: moneyV2,
  associatedOrder: z.object({ id: z.string(), name: z.string() }).nullish(),
  associatedPayout: z.object({ id: z.string().nullish() }).nullish(),
  adjustmentsOrders: z
    .array(z.object({ orderTransactionId: bigInteger.nullish(), name: z.string() }))
    .nullish(),
});

/** Shopify's balance transaction in our words; amounts keep Shopify's signs. The raw answer is kept by the caller. */
export function balanceTransactionFromShopify(node: unknown): BalanceTransaction {
  const read = readAnswer(shape, node, 'a balance transaction');
  const adjusted = read.adjustmentsOrders ?? [];
  const orderTransaction =
    read.sourceOrderTransactionId ?? (adjusted.length === 1 ? adjusted[0]?.orderTransactionId : undefined);
  const payout = read.associatedPayout?.id;
  return {
    id: balanceTransactionId(tailOfGid(read.id)),
    type: read.type,
    occurredAt: read.transactionDate,
    amount: parseMoney(read.amount.amount, read.amount.currencyCode),
    fee: parseMoney(read.fee.amount, read.fee.currencyCode),
    net: parseMoney(read.net.amount, read.net.currencyCode),
    test: read.test,
    ...(payout ? { payout: payoutId(tailOfGid(payout)) } : {}),
    ...(read.associatedOrder
      ? { order: { id: orderId(tailOfGid(read.associatedOrder.id)), name: read.associatedOrder.name } }
      : {}),
    ...(orderTransaction ? { orderTransaction: orderTransactionId(orderTransaction) } : {}),
    ...(read.adjustmentReason ? { adjustmentReason: read.adjustmentReason } : {}),
  };
}
