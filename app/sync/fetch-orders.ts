import type { BalanceTransaction } from '../accounting/balance-transaction';
import { documentsOfOrder } from '../accounting/documents-of-order';
import type { Document } from '../accounting/document';
import type { Finding } from '../accounting/finding';
import type { Order } from '../accounting/order';
import { pairPayments, type Pairing } from '../accounting/pair-payments';
import { isOrderPayment } from '../accounting/transaction-family';
import type { DocumentKey, OrderTransactionId } from '../accounting/ids';
import { saveOrderSnapshots } from '../database/order-snapshots';
import { orderFromShopify, type DocumentCurrency } from '../shopify/order-from-shopify';
import { readOrders } from '../shopify/read-orders';
import type { Progress } from './progress';
import type { ShopContext } from './shop-context';

export interface FetchedOrder {
  readonly order: Order;
  readonly documents: readonly Document[];
  /** Documents of before the start date. */
  readonly earlier: ReadonlySet<DocumentKey>;
  readonly pairings: ReadonlyMap<OrderTransactionId, Pairing>;
  /** An agreement that could not become a document; then its figures are not to be trusted for this order. */
  readonly findings: readonly Finding[];
}

/** The orders behind a payout's charges and refunds, whole, with the documents and pairings they call for. */
export async function fetchOrders(
  context: ShopContext,
  transactions: readonly BalanceTransaction[],
  documentCurrency: DocumentCurrency,
  progress: Progress,
): Promise<{ orders: Map<string, FetchedOrder>; findings: Finding[] }> {
  const ids = [
    ...new Set(transactions.filter(isOrderPayment).flatMap(({ order }) => (order?.id ? [order.id] : []))),
  ];
  await progress('orders', 0, ids.length);
  const nodes = await readOrders(context.shopify, ids, (done) => progress('orders', done, ids.length));
  const orders = new Map<string, FetchedOrder>();
  const findings: Finding[] = [];
  const snapshots = new Map<string, { name: string; raw: unknown }>();
  for (const [id, node] of nodes) {
    snapshots.set(id, { name: String((node as { name?: unknown }).name), raw: node });
    try {
      const order = orderFromShopify(node, documentCurrency);
      const made = documentsOfOrder(order);
      orders.set(id, {
        order,
        documents: made.documents,
        earlier: new Set(made.earlier.map(({ key }) => key)),
        pairings: pairPayments(order, [...made.earlier, ...made.documents]),
        findings: made.findings,
      });
      findings.push(...made.findings);
    } catch (error) {
      findings.push(unreadable(id, node, error));
    }
  }
  await saveOrderSnapshots(context.database, context.shop.id, snapshots);
  return { orders, findings };
}

function unreadable(id: string, node: unknown, error: unknown): Finding {
  const { name } = node as { name?: unknown };
  return {
    kind: 'order-unreadable',
    severity: 'blocks',
    object: { type: 'order', id, name: typeof name === 'string' ? name : id },
    facts: { why: error instanceof Error ? error.message : String(error) },
    remedy: { page: 'shopify-order', id },
  };
}
