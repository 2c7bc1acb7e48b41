import { readTaxKey, type TaxKey } from '../../accounting/tax-key';
import type { BackfillRecord } from '../../database/backfills';
import {
  backfillIsIn,
  noteBatchCounted,
  noteBulkProgress,
  noteBulkStarted,
  noteCounted,
} from '../../database/backfill-orders';
import { orderSnapshots, saveOrderSnapshots } from '../../database/order-snapshots';
import { orderVersions } from '../../database/orders';
import { bulkOperation, isReady } from '../../shopify/bulk/bulk-operation';
import { bulkOrderPages } from '../../shopify/bulk/bulk-order-pages';
import { startOrdersBulk } from '../../shopify/bulk/start-orders-bulk';
import { firstMomentOf } from '../first-moment-of';
import type { Progress } from '../progress';
import type { ShopContext } from '../shop-context';
import type { BackfillObstacle } from '../../views/order-view';
import { partMs, type BackfillStep } from './backfill-part';
import { firstDayOf, openHistoryDesk } from './history-desk';
import type { OrderDesk } from './order-desk';
import { isBlocked, planOrders, type OrdersPlan, type PlannedOrder } from './plan-orders';
import { recordOrders } from './record-orders';

const pageSize = 200;

/**
 * Has Shopify gather the orders, then goes through them as bringing them to Odoo would, without its last step: counts
 * them, keeps them, and names what would be in the way. Writes nothing to Odoo.
 */
export async function countHistory(
  context: ShopContext,
  backfill: BackfillRecord,
  progress: Progress,
): Promise<BackfillStep> {
  const { database, shop, shopify, now } = context;
  const since = firstDayOf(backfill);
  if (!backfill.bulkOperationId) {
    // What changed since then, not what was placed: the refund of an older order belongs to the books too.
    const id = await startOrdersBulk(
      shopify,
      since ? { updatedFrom: firstMomentOf(since, shop.timeZone).toISOString() } : {},
    );
    await noteBulkStarted(database, shop.id, backfill.id, id);
    return 'shopify-works';
  }
  const operation = await bulkOperation(shopify, backfill.bulkOperationId);
  if (!operation) {
    await noteBulkStarted(database, shop.id, backfill.id, null);
    return 'more';
  }
  await noteBulkProgress(database, shop.id, backfill.id, operation.rootObjectCount);
  if (!isReady(operation)) return 'shopify-works';

  const until = Date.now() + partMs;
  const desk = await openHistoryDesk(context, backfill);
  const obstacles = new Obstacles(backfill.obstacles as unknown as BackfillObstacle[]);
  let counted = backfill.counted;
  for await (const page of bulkOrderPages(shopify, operation, { pageSize, from: Number(backfill.readTo) })) {
    const at = now();
    const orders = await newestOf(context, page.orders);
    const plan = await planOrders(context, desk, orders, new Set());
    await saveOrderSnapshots(database, shop.id, orders);
    const recorded = await recordOrders(context, plan, undefined, { at, told: new Map() });
    obstacles.note(plan, desk);
    await noteBatchCounted(
      database,
      shop.id,
      backfill.id,
      plan.orders.filter(isToBring).map(({ id }) => id),
      {
        counted: page.orders.size,
        leftOut: recorded.leftOut,
        obstacles: obstacles.list(),
        readTo: page.next,
      },
    );
    counted += page.orders.size;
    await progress('checking', counted, operation.rootObjectCount);
    if (!(await backfillIsIn(database, shop.id, backfill.id, 'counting'))) return 'ended';
    if (Date.now() >= until) return 'more';
  }
  await noteCounted(database, shop.id, backfill.id);
  return 'ended';
}

/** Shopify wrote the file some time ago: of an order that was read since, what was read then. */
async function newestOf(
  { database, shop }: ShopContext,
  orders: ReadonlyMap<string, unknown>,
): Promise<ReadonlyMap<string, unknown>> {
  const read = await orderVersions(database, shop.id, [...orders.keys()]);
  const newer = [...orders].flatMap(([id, raw]) => {
    const { updatedAt } = raw as { updatedAt?: unknown };
    const version = read.get(id)?.getTime() ?? 0;
    return typeof updatedAt === 'string' && version > Date.parse(updatedAt) ? [id] : [];
  });
  if (newer.length === 0) return orders;
  return new Map([...orders, ...(await orderSnapshots(database, shop.id, newer))]);
}

function isToBring({ leftOut, toMake, forDay, payments, findings }: PlannedOrder): boolean {
  return !leftOut && (toMake.length + forDay.length > 0 || payments.length > 0 || isBlocked({ findings }));
}

/** What would be in the way, each with how many orders meet it; grows with the number of kinds, not of orders. */
class Obstacles {
  private readonly found: Map<string, BackfillObstacle>;

  constructor(known: readonly BackfillObstacle[]) {
    this.found = new Map(known.map((one) => [`${one.kind} ${one.key}`, one]));
  }

  note(plan: OrdersPlan, { gateways }: OrderDesk): void {
    const unknown = new Set(plan.products.unknown.map((sku) => sku.trim().toLowerCase()));
    for (const order of plan.orders) {
      if (order.leftOut) continue;
      const met = new Map<string, Omit<BackfillObstacle, 'orders'>>();
      const meet = (kind: BackfillObstacle['kind'], key: string, name = key) =>
        met.set(`${kind} ${key}`, { kind, key, name });
      for (const { kind, severity, object, facts } of order.findings) {
        if (kind === 'tax-unmapped') meet(kind, object.id, taxName(object.id as TaxKey));
        else if (kind === 'period-locked') meet(kind, (facts.date ?? '').slice(0, 7));
        else if (kind === 'order-unreadable') meet(kind, order.id, object.name);
        else if (severity === 'blocks')
          meet('order-not-exact', order.id, order.fetched?.order.name ?? order.id);
      }
      for (const { lines } of order.toMake) {
        for (const { sku } of lines) {
          if (sku && unknown.has(sku.trim().toLowerCase())) meet('sku-unknown', sku.trim());
        }
      }
      for (const { gateway, gatewayTitle } of order.payments) {
        if (!gateways.targets.has(gateway)) meet('gateway-unmapped', gateway, gatewayTitle);
      }
      for (const [place, one] of met) {
        this.found.set(place, { ...one, orders: (this.found.get(place)?.orders ?? 0) + 1 });
      }
    }
  }

  /** Worst first: those that most orders meet. At most so many of a kind as a page can show. */
  list(): BackfillObstacle[] {
    return [...this.found.values()].sort((left, right) => right.orders - left.orders).slice(0, 500);
  }
}

function taxName(key: TaxKey): string {
  const { country, province, title, rate } = readTaxKey(key);
  return `${province ? `${country}-${province}` : country} ${title || '—'} ${rate}%`;
}
