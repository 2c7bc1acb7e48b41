import { daysWait } from '../../database/day-documents';
import { pendingOrders, type OrderAsker } from '../../database/orders';
import { noteStep, type RunRecord } from '../../database/runs';
import { readOrders } from '../../shopify/read-orders';
import { ShopifyError } from '../../shopify/shopify-error';
import type { Outcome } from '../outcome';
import type { Progress } from '../progress';
import type { ShopContext } from '../shop-context';
import { makeDayDocuments } from './make-day-documents';
import { forgetMissing } from './forget-missing';
import { halving, type Halved } from './halving';
import { openOrderDesk, type OrderDesk } from './order-desk';
import { recordStumble, syncKeptOrders, syncOrderBatch } from './sync-order-batch';
import { todayIn } from '../today-in';

/** As many as one call of `load` takes; more at once gain nothing (reference: 50–100 records a call). */
const batchSize = 100;

/**
 * Brings every order that waits to Odoo, in batches, until none is left: webhooks, the poll and clicks only say which. It
 * may be killed and started again at any point.
 */
export async function syncPendingOrders(
  context: ShopContext,
  run: RunRecord,
  progress: Progress,
): Promise<Outcome> {
  const { database, shop, now } = context;
  const totals = { orders: 0, documents: 0, payments: 0, posted: 0, attention: 0 };
  let desk: OrderDesk | undefined;
  for (;;) {
    const begunAt = now();
    const pending = await pendingOrders(database, shop.id, batchSize);
    if (pending.length === 0) break;
    desk ??= await openOrderDesk(context);
    await noteStep(database, run, 'orders', 'begun', { orders: pending.length });
    await progress('orders', 0, pending.length);
    const ids = pending.map(({ orderId }) => orderId);
    const look = { at: begunAt, told: new Map(pending.map((one) => [one.orderId, one.pendingSince])) };
    const { nodes, unread } = await readEach(context, ids, (done) => progress('orders', done, ids.length));
    for (const { item, error } of unread) await recordStumble(context, { id: item, name: item }, error, look);
    await forgetMissing(context, ids, new Set([...nodes.keys(), ...unread.map(({ item }) => item)]), look);
    const asked = new Set(pending.filter(isPersons).map(({ orderId }) => orderId));
    // What was wrong in Odoo stays a finding until Odoo says that it is not any more.
    const doubted = pending.filter(({ findingsCount }) => findingsCount > 0).map(({ orderId }) => orderId);
    const verify = new Set([...asked, ...doubted]);
    const synced = await syncOrderBatch(context, desk, nodes, { asked, verify, look, progress });
    totals.orders += nodes.size;
    totals.documents += synced.documents;
    totals.payments += synced.payments;
    totals.posted += synced.posted;
    totals.attention += synced.needAttention + unread.length;
    await noteStep(database, run, 'orders', 'done', { ...synced, orders: nodes.size });
  }
  if (await daysWait(database, shop.id, todayIn(context))) {
    const at = (desk ??= await openOrderDesk(context));
    const bring = async (nodes: ReadonlyMap<string, unknown>) => {
      const told = await syncKeptOrders(context, at, nodes, progress);
      totals.posted += told.posted;
      totals.payments += told.payments;
    };
    const days = await makeDayDocuments(context, at, bring, progress);
    totals.documents += days.documents;
    totals.attention += days.findings.length;
  }
  if (totals.orders + totals.documents + totals.attention === 0)
    return { kind: 'nothing-to-do', values: totals };
  return { kind: 'done', values: totals };
}

/** Reads orders from Shopify. One whose answer nobody can read stops no other: it is asked for by itself. */
async function readEach(
  { shopify }: ShopContext,
  ids: readonly string[],
  onProgress: (done: number) => Promise<void>,
): Promise<{ nodes: ReadonlyMap<string, unknown>; unread: Halved<string, unknown>['spoiled'] }> {
  const { done, spoiled } = await halving(
    ids,
    (some) => readOrders(shopify, some, onProgress),
    (error) => !(error instanceof ShopifyError) || error.verdict !== 'bug',
  );
  return { nodes: new Map(done.flatMap((nodes) => [...nodes])), unread: spoiled };
}

const isPersons = ({ requestedBy }: { requestedBy: OrderAsker }) => requestedBy === 'person';
