import { DateTime } from 'luxon';
import { dateIn } from '../../accounting/calendar-date';
import { money } from '../../accounting/money';
import { bindingsOfOrders, type BindingRecord } from '../../database/bindings';
import type { Database } from '../../database/client';
import { isConnected } from '../../database/connections';
import { mappingsOf } from '../../database/mappings';
import { orderCounts, orderRows, type OrderFilter, type OrderListRow } from '../../database/order-list';
import { isAtWork, unfinishedRun } from '../../database/runs';
import { orderSettings } from '../order-settings';
import { moneyView } from '../../views/money-view';
import {
  orderStates,
  type OrderPage,
  type OrderReason,
  type OrderRow,
  type OrderState,
} from '../../views/order-view';
import type { Places } from './finding-view';
import { lastDiscovery } from './last-discovery';
import { listPage, rowsOf } from './list-page';
import { odooLink } from './odoo-link';
import { runView } from './run-view';
import { searchWords } from './search-words';

export interface OrderQuery {
  readonly state?: OrderState;
  /** Looks in name, customer and amount. */
  readonly q?: string;
  readonly status?: string;
  readonly gateway?: string;
  /** Days in the shop's time zone, both counted in. */
  readonly from?: string;
  readonly to?: string;
  /** From 1. */
  readonly page?: number;
}

/** The shop as its lists need it. */
export interface ListedShop {
  readonly id: string;
  readonly timeZone: string | null;
}

/** One page of a shop's orders, newest first, with how many there are in each state. */
export async function listOrders(
  database: Database,
  shop: ListedShop,
  places: Places,
  query: OrderQuery = {},
): Promise<OrderPage> {
  const shopId = shop.id;
  const timeZone = shop.timeZone ?? 'UTC';
  const filter = filterOf(query, timeZone);
  // Asked first: what ends while the rest is read is still said to go on, and so the page asks again.
  const [working, run] = await Promise.all([
    isAtWork(database, shopId),
    unfinishedRun(database, shopId, 'sync-orders', undefined),
  ]);
  const [counted, unposted, connected, lastPoll, lastSync, mappings] = await Promise.all([
    orderCounts(database, shopId, filter),
    database.order.count({ where: { shopId, state: { in: ['new', 'needs-attention'] } } }),
    isConnected(database, shopId),
    lastDiscovery(database, shopId, places, 'discover-orders'),
    lastDiscovery(database, shopId, places, 'sync-orders'),
    mappingsOf(database, shopId),
  ]);
  const page = listPage(orderStates, counted, query);
  const rows = await orderRows(database, shopId, filter, {
    ...(query.state ? { state: query.state } : {}),
    ...rowsOf(page),
  });
  const documents = await documentsByOrder(
    database,
    shopId,
    rows.map(({ orderId }) => orderId),
  );
  return {
    ...page,
    rows: rows.map((row) => orderRow(row, documents.get(row.orderId) ?? [], places, timeZone)),
    unposted,
    lastPoll,
    connected,
    automatic: orderSettings(mappings, timeZone).automatic,
    working,
    run: run ? runView(run) : null,
    stopped: !run && page.counts.queued > 0 ? (lastSync?.problem ?? null) : null,
  };
}

function filterOf(query: OrderQuery, timeZone: string): OrderFilter {
  const startOf = (day: string) => DateTime.fromISO(day, { zone: timeZone }).startOf('day');
  const from = query.from ? startOf(query.from) : null;
  const before = query.to ? startOf(query.to).plus({ days: 1 }) : null;
  return {
    words: searchWords(query.q ?? ''),
    ...(query.status ? { financialStatus: query.status } : {}),
    ...(query.gateway ? { gateway: query.gateway } : {}),
    ...(from?.isValid ? { from: from.toJSDate() } : {}),
    ...(before?.isValid ? { before: before.toJSDate() } : {}),
  };
}

async function documentsByOrder(
  database: Database,
  shopId: string,
  orderIds: readonly string[],
): Promise<Map<string, BindingRecord[]>> {
  const found = new Map<string, BindingRecord[]>();
  if (orderIds.length === 0) return found;
  for (const binding of await bindingsOfOrders(database, shopId, orderIds)) {
    if (binding.kind !== 'document' || !binding.orderId) continue;
    found.set(binding.orderId, [...(found.get(binding.orderId) ?? []), binding]);
  }
  return found;
}

export function orderRow(
  row: OrderListRow,
  documents: readonly BindingRecord[],
  places: Places,
  timeZone: string,
): OrderRow {
  return {
    id: row.orderId,
    name: row.name,
    placedOn: dateIn(row.placedAt.toISOString(), timeZone),
    customer: row.customer,
    country: row.country,
    financialStatus: row.financialStatus,
    // Of an order that Klopt was only told of, nothing but its number is known.
    total: row.currency === 'XXX' ? null : moneyView(money(row.totalMinor, row.currency)),
    gateways: row.gateways,
    state: row.state as OrderState,
    reason: row.reason as OrderReason | null,
    documents: documents.flatMap((document) => odooLink(document, places) ?? []),
    findings: row.findingsCount,
    syncedAt: row.syncedAt?.toISOString() ?? null,
    shopifyHref: `https://admin.shopify.com/store/${places.shopHandle}/orders/${row.orderId}`,
  };
}
