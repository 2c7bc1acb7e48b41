import type { BalanceTransaction } from './balance-transaction';
import type { OrderTransactionId } from './ids';
import { absolute, equals } from './money';
import type { Order } from './order';
import { transactionFamily } from './transaction-family';

/**
 * Which of an order's transactions a balance transaction without a link is (an export names the order only): the same
 * direction and amount, not taken yet, nearest in time. undefined when none has that amount: nothing is guessed.
 */
export function identifyOrderTransaction(
  transaction: BalanceTransaction,
  order: Order,
  taken: ReadonlySet<OrderTransactionId>,
): OrderTransactionId | undefined {
  const refund = transactionFamily(transaction.type) === 'refund';
  const at = Date.parse(transaction.occurredAt);
  const candidates = order.transactions.filter(
    ({ id, kind, succeeded, amount }) =>
      succeeded &&
      !taken.has(id) &&
      (refund ? kind === 'refund' : kind === 'sale' || kind === 'capture') &&
      equals(amount, absolute(transaction.amount)),
  );
  const distance = (processedAt: string) => Math.abs(Date.parse(processedAt) - at);
  return [...candidates].sort((left, right) => distance(left.processedAt) - distance(right.processedAt))[0]
    ?.id;
}
