import type { BalanceTransaction } from '../accounting/balance-transaction';
import { withFeeVat } from '../accounting/fee-vat';
import type { Finding } from '../accounting/finding';
import { identifyOrderTransaction } from '../accounting/identify-order-transaction';
import { orderId, type OrderTransactionId } from '../accounting/ids';
import { isOrderPayment } from '../accounting/transaction-family';
import { findOrderIds } from '../shopify/read-orders';
import type { FetchedOrder } from './fetch-orders';
import type { ShopContext } from './shop-context';

/** An export names orders by name only; Shopify knows their numbers. */
export async function withOrderIds(
  context: ShopContext,
  { source, transactions }: { source: 'api' | 'csv'; transactions: readonly BalanceTransaction[] },
): Promise<readonly BalanceTransaction[]> {
  if (source === 'api') return transactions;
  const names = new Set(transactions.flatMap(({ order }) => (order && !order.id ? [order.name] : [])));
  const ids = await findOrderIds(context.shopify, [...names]);
  return transactions.map((transaction) => {
    const { order } = transaction;
    const id = order && ids.get(order.name);
    return id ? { ...transaction, order: { ...order, id: orderId(id) } } : transaction;
  });
}

/** Where Shopify (or an export) does not say which payment of its order a transaction is, its amount and time do. */
export function withOrderTransactions(
  transactions: readonly BalanceTransaction[],
  orders: ReadonlyMap<string, FetchedOrder>,
): BalanceTransaction[] {
  const taken = new Set<OrderTransactionId>(
    transactions.flatMap(({ orderTransaction }) => orderTransaction ?? []),
  );
  return transactions.map((transaction) => {
    const known = transaction.order?.id && orders.get(transaction.order.id);
    if (transaction.orderTransaction || !known || !isOrderPayment(transaction)) return transaction;
    const id = identifyOrderTransaction(transaction, known.order, taken);
    if (!id) return transaction;
    taken.add(id);
    return { ...transaction, orderTransaction: id };
  });
}

/** The VAT inside fees, as the payments of the orders tell it, and what of it is unclear. */
export function withFeeVats(
  transactions: readonly BalanceTransaction[],
  orders: ReadonlyMap<string, FetchedOrder>,
): { transactions: BalanceTransaction[]; findings: Finding[] } {
  const results = transactions.map((transaction) => {
    const order = transaction.order?.id && orders.get(transaction.order.id);
    const payment = order && order.order.transactions.find(({ id }) => id === transaction.orderTransaction);
    return withFeeVat(transaction, payment || undefined);
  });
  return {
    transactions: results.map(({ transaction }) => transaction),
    findings: results.flatMap(({ finding }) => finding ?? []),
  };
}
