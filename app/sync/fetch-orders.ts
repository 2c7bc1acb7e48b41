import type { BalanceTransaction } from '../accounting/balance-transaction';
import type { Finding } from '../accounting/finding';
import { isOrderPayment } from '../accounting/transaction-family';
import { documentsBrought } from '../database/bindings';
import { taxPlaces } from '../database/orders';
import { saveOrderSnapshots } from '../database/order-snapshots';
import { readOrders } from '../shopify/read-orders';
import type { Progress } from './progress';
import type { ShopContext } from './shop-context';
import { understandOrder, type FetchedOrder, type UnderstandingSettings } from './understand-order';

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
  const brought = await documentsBrought(context.database, context.shop.id, ids);
  const knowing = { ...settings, documents: { ...settings.documents, brought } };
  const places = await taxPlaces(context.database, context.shop.id, ids);
  const orders = new Map<string, FetchedOrder>();
  const findings: Finding[] = [];
  const snapshots = new Map<string, { name: string; raw: unknown }>();
  for (const [id, node] of nodes) {
    snapshots.set(id, { name: String((node as { name?: unknown }).name), raw: node });
    const understood = understandOrder(id, node, knowing, places.get(id));
    if ('finding' in understood) findings.push(understood.finding);
    else {
      orders.set(id, understood);
      findings.push(...understood.findings);
    }
  }
  await saveOrderSnapshots(context.database, context.shop.id, snapshots);
  return { orders, findings };
}
