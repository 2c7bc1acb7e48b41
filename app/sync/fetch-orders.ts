import type { BalanceTransaction } from '../accounting/balance-transaction';
import type { Finding } from '../accounting/finding';
import { isOrderPayment } from '../accounting/transaction-family';
import { saveOrderSnapshots } from '../database/order-snapshots';
import { readOrders } from '../shopify/read-orders';
import type { Progress } from './progress';
import type { ShopContext } from './shop-context';
import type { FetchedOrder, UnderstandingSettings } from './understand-order';
import { understandOrders } from './understand-orders';

export type { FetchedOrder };

/** The orders behind a payout's charges and refunds, whole, with the documents and pairings they call for. */
export async function fetchOrders(
  context: ShopContext,
  transactions: readonly BalanceTransaction[],
  settings: UnderstandingSettings,
  progress: Progress,
): Promise<{ orders: Map<string, FetchedOrder>; findings: Finding[] }> {
  const ids = [
    ...new Set(transactions.filter(isOrderPayment).flatMap(({ order }) => (order?.id ? [order.id] : []))),
  ];
  await progress('orders', 0, ids.length);
  const nodes = await readOrders(context.shopify, ids, (done) => progress('orders', done, ids.length));
  const orders = new Map<string, FetchedOrder>();
  const findings: Finding[] = [];
  for (const [id, understood] of await understandOrders(context.database, context.shop.id, nodes, settings)) {
    if ('finding' in understood) findings.push(understood.finding);
    else {
      orders.set(id, understood);
      findings.push(...understood.findings);
    }
  }
  await saveOrderSnapshots(context.database, context.shop.id, nodes);
  return { orders, findings };
}
