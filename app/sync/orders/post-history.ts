import type { BackfillRecord } from '../../database/backfills';
import { daysWait } from '../../database/day-documents';
import { backfillIsIn, noteBatchPosted, nextOfBackfill, endBackfill } from '../../database/backfill-orders';
import { saveMappings } from '../../database/mappings';
import { orderSnapshots } from '../../database/order-snapshots';
import { orderSettings } from '../order-settings';
import type { Progress } from '../progress';
import type { ShopContext } from '../shop-context';
import { partMs, type BackfillStep } from './backfill-part';
import { makeDayDocuments } from './make-day-documents';
import { openHistoryDesk } from './history-desk';
import type { OrderDesk } from './order-desk';
import { readOrders } from '../../shopify/read-orders';
import { forgetMissing } from './forget-missing';
import { syncKeptOrders, syncOrderBatch } from './sync-order-batch';
import { todayIn } from '../today-in';
import { beforeShopify } from '../../views/first-day';

/** More than one call of `load` takes: what is asked once a batch is asked half as often. */
const batchSize = 200;

/** Posts what was counted, oldest first, from what Shopify said then; what changed since, the poll brings as always. */
export async function postHistory(
  context: ShopContext,
  backfill: BackfillRecord,
  progress: Progress,
): Promise<BackfillStep> {
  const { database, shop, now } = context;
  const until = Date.now() + partMs;
  let desk: OrderDesk | undefined;
  while (Date.now() < until) {
    if (!(await backfillIsIn(database, shop.id, backfill.id, 'posting'))) return 'ended';
    const begunAt = now();
    const ids = await nextOfBackfill(database, shop.id, backfill.id, batchSize);
    if (ids.length === 0) {
      if (await daysWait(database, shop.id, todayIn(context))) {
        desk ??= await openDesk(context, backfill);
        if (await makeDays(context, desk, backfill, progress, until)) return 'more';
      }
      await endBackfill(database, shop.id, backfill.id, now());
      return 'ended';
    }
    desk ??= await openDesk(context, backfill);
    // From what Shopify said then: what was told of an order since is still to be asked for.
    const look = { at: begunAt, told: new Map<string, Date>() };
    const nodes = await orderSnapshots(database, shop.id, ids);
    // What was kept of a customer may have been wiped meanwhile, at Shopify's request.
    const kept = new Set(nodes.keys());
    const wiped = ids.filter((id) => !nodes.has(id));
    for (const [id, node] of await readOrders(context.shopify, wiped)) nodes.set(id, node);
    await forgetMissing(context, ids, new Set(nodes.keys()), look);
    await progress('orders', backfill.done, backfill.total);
    const totals = await syncOrderBatch(context, desk, nodes, { asked: 'all', kept, look, progress });
    await noteBatchPosted(database, shop.id, backfill.id, ids, {
      posted: totals.posted,
      needsAttention: totals.needAttention,
      leftOut: totals.leftOut,
      workedMs: now().getTime() - begunAt.getTime(),
    });
  }
  return 'more';
}

/** The documents of its days come last, so that none is split over batches. Answers whether there is more to make. */
async function makeDays(
  context: ShopContext,
  desk: OrderDesk,
  backfill: BackfillRecord,
  progress: Progress,
  until: number,
): Promise<boolean> {
  const { database, shop, now } = context;
  const bring = async (nodes: ReadonlyMap<string, unknown>) => {
    const begunAt = now();
    const { posted, leftOut } = await syncKeptOrders(context, desk, nodes, progress);
    const workedMs = now().getTime() - begunAt.getTime();
    const counts = { posted, leftOut, needsAttention: 0, workedMs };
    await noteBatchPosted(database, shop.id, backfill.id, [], counts);
  };
  return (await makeDayDocuments(context, desk, bring, progress, until)).more;
}

/**
 * What is brought now is Klopt's from then on: a start date after it would make the same documents "in the books by other
 * means" the next time that something happens to their orders.
 */
async function openDesk(context: ShopContext, backfill: BackfillRecord): Promise<OrderDesk> {
  const desk = await openHistoryDesk(context, backfill);
  const chosen = orderSettings(desk.mappings, context.shop.timeZone).documents.since;
  if (chosen !== desk.settings.documents.since) {
    const value = desk.settings.documents.since ?? beforeShopify;
    await saveMappings(context.database, context.shop.id, [
      { kind: 'setting', key: 'start-date', target: { value } },
    ]);
  }
  return desk;
}
