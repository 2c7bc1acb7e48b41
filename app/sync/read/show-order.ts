import { bindingsOf, bindingsOfOrders, type BindingRecord } from '../../database/bindings';
import type { Database } from '../../database/client';
import { mappingsOf, type MappingRecord } from '../../database/mappings';
import { findingsOfOrder } from '../../database/order-findings';
import { orderSnapshots } from '../../database/order-snapshots';
import { unfinishedRun } from '../../database/runs';
import { orderSettings } from '../order-settings';
import { understandOrders } from '../understand-orders';
import type { OrderView } from '../../views/order-view';
import type { OdooLink } from '../../views/payout-view';
import { findingView, type Places } from './finding-view';
import { orderRow, type ListedShop } from './list-orders';
import { odooLink } from './odoo-link';
import { nothingKnown, orderViewOf, type OrderKnown } from './order-view-of';
import { runView } from './run-view';

/** All that the page of one order shows; undefined when the shop has no such order. */
export async function showOrder(
  database: Database,
  shop: ListedShop,
  places: Places,
  id: string,
): Promise<OrderView | undefined> {
  const timeZone = shop.timeZone ?? 'UTC';
  const row = await database.order.findUnique({
    where: { shopId_orderId: { shopId: shop.id, orderId: id } },
  });
  if (!row) return undefined;
  const [bindings, snapshots, findings, mappings, paidOut, run] = await Promise.all([
    bindingsOfOrders(database, shop.id, [id]),
    orderSnapshots(database, shop.id, [id]),
    findingsOfOrder(database, shop.id, id),
    mappingsOf(database, shop.id),
    paidOutOf(database, shop.id, places, id),
    unfinishedRun(database, shop.id, 'sync-orders', undefined),
  ]);
  const documents = bindings.filter(({ kind }) => kind === 'document');
  const working = row.pendingSince !== null || row.state === 'queued';
  const settings = orderSettings(mappings, timeZone);
  const understood = (await understandOrders(database, shop.id, snapshots, settings)).get(id);
  const shown =
    understood && 'order' in understood
      ? orderViewOf({
          order: understood.order,
          made: understood.made,
          links: linksOf(bindings, places),
          paidOut,
          notRegistered: notRegistered(mappings),
        })
      : nothingKnown;
  return {
    ...orderRow(row, documents, places, timeZone),
    placedAt: row.placedAt.toISOString(),
    cancelledAt: row.cancelledAt?.toISOString() ?? null,
    updatedAt: row.shopifyUpdatedAt?.toISOString() ?? null,
    findingList: findings.map((finding) => findingView(finding, places)),
    ...shown,
    working,
    run: working && run ? runView(run) : null,
  };
}

function linksOf(bindings: readonly BindingRecord[], places: Places): ReadonlyMap<string, OdooLink> {
  return new Map(
    bindings.flatMap((binding) => {
      const link = odooLink(binding, places);
      return link ? [[binding.externalId, link] as const] : [];
    }),
  );
}

/** The payouts' transactions of the order, and the statement lines on which they stand. */
async function paidOutOf(
  database: Database,
  shopId: string,
  places: Places,
  orderId: string,
): Promise<OrderKnown['paidOut']> {
  const rows = await database.balanceTransaction.findMany({
    where: { shopId, orderId, orderTransactionId: { not: null } },
    select: { transactionId: true, orderTransactionId: true, payoutId: true },
  });
  if (rows.length === 0) return new Map();
  const lines = await bindingsOf(
    database,
    shopId,
    rows.map(({ transactionId }) => `bt_${transactionId}`),
  );
  return new Map(
    rows.map(({ transactionId, orderTransactionId, payoutId }) => {
      const line = lines.get(`bt_${transactionId}`);
      return [
        orderTransactionId ?? '',
        { payout: payoutId, line: line ? odooLink({ ...line, name: `bt_${transactionId}` }, places) : null },
      ];
    }),
  );
}

function notRegistered(mappings: readonly MappingRecord[]): ReadonlySet<string> {
  return new Set(
    mappings.flatMap(({ kind, key, target }) =>
      kind === 'gateway-register' && 'value' in target && target.value === 'no' ? [key] : [],
    ),
  );
}
