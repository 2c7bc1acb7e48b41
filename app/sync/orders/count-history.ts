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
import { Obstacles } from './obstacles';
import { isBlocked, planOrders, type PlannedOrder } from './plan-orders';
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
