import type { Finding } from '../../accounting/finding';
import { replaceOrderFindings } from '../../database/order-findings';
import { saveOrderSnapshots } from '../../database/order-snapshots';
import { noteOrdersSynced, pendingOrders, type OrderAsker } from '../../database/orders';
import { noteStep, type RunRecord } from '../../database/runs';
import { readOrders } from '../../shopify/read-orders';
import type { Outcome } from '../outcome';
import type { Progress } from '../progress';
import type { ShopContext } from '../shop-context';
import { openOrderDesk, type OrderDesk } from './order-desk';
import { planOrders } from './plan-orders';
import { postOrders } from './post-orders';
import { recordOrders, type RecordedOrders } from './record-orders';

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
  const totals = { orders: 0, documents: 0, payments: 0, needAttention: 0 };
  let desk: OrderDesk | undefined;
  for (;;) {
    const begunAt = now();
    const pending = await pendingOrders(database, shop.id, batchSize);
    if (pending.length === 0) break;
    desk ??= await openOrderDesk(context);
    await noteStep(database, run.id, 'orders', 'begun', { orders: pending.length });
    await progress('orders', 0, pending.length);
    const ids = pending.map(({ orderId }) => orderId);
    const nodes = await readOrders(context.shopify, ids, (done) => progress('orders', done, ids.length));
    await forgetMissing(context, ids, nodes, begunAt);
    const asked = new Set(pending.filter(isPersons).map(({ orderId }) => orderId));
    const synced = await syncOrderBatch(context, desk, nodes, { asked, begunAt, progress });
    totals.orders += nodes.size;
    totals.documents += synced.made.documents;
    totals.payments += synced.made.payments;
    totals.needAttention += synced.recorded.needAttention;
    await noteStep(database, run.id, 'orders', 'done', { ...synced.made, orders: nodes.size });
  }
  if (totals.orders === 0) return { kind: 'nothing-to-do', values: totals };
  return { kind: 'done', values: totals };
}

const isPersons = ({ requestedBy }: { requestedBy: OrderAsker }) => requestedBy === 'person';

export interface BatchWishes {
  /** Orders that a person asked for: verified in Odoo, and posted though orders are not automatic. 'all' of a backfill. */
  readonly asked: ReadonlySet<string> | 'all';
  readonly begunAt: Date;
  readonly progress: Progress;
}

export interface SyncedBatch {
  readonly made: { readonly documents: number; readonly payments: number };
  readonly recorded: RecordedOrders;
}

/** Brings a batch of orders, as Shopify said them, to Odoo: understand, check, post, read back, record. */
export async function syncOrderBatch(
  context: ShopContext,
  desk: OrderDesk,
  nodes: ReadonlyMap<string, unknown>,
  { asked, begunAt, progress }: BatchWishes,
): Promise<SyncedBatch> {
  const { database, shop } = context;
  await saveOrderSnapshots(
    database,
    shop.id,
    new Map([...nodes].map(([id, raw]) => [id, { name: nameOf(raw, id), raw }])),
  );
  const verify = asked === 'all' ? new Set<string>() : asked;
  await progress('checking', 0, nodes.size);
  const plan = await planOrders(context, desk, nodes, verify);
  const wanted =
    asked === 'all' || desk.settings.automatic
      ? plan
      : { ...plan, orders: plan.orders.filter(({ id }) => asked.has(id)) };
  const posted = await postOrders(context, desk, wanted, progress);
  const recorded = await recordOrders(context, plan, posted, begunAt);
  return { made: posted.made, recorded };
}

function nameOf(raw: unknown, id: string): string {
  const { name } = raw as { name?: unknown };
  return typeof name === 'string' ? name : id;
}

/** Orders that Shopify does not have, or does not show to us: said so, and not asked for again. */
async function forgetMissing(
  { database, shop }: ShopContext,
  ids: readonly string[],
  nodes: ReadonlyMap<string, unknown>,
  begunAt: Date,
): Promise<void> {
  const missing = ids.filter((id) => !nodes.has(id));
  const findings = new Map(missing.map((id) => [id, [orderMissing(id)]] as const));
  await replaceOrderFindings(database, shop.id, findings);
  await noteOrdersSynced(
    database,
    shop.id,
    missing.map((orderId) => ({ orderId, state: 'needs-attention', documents: 0, findings: 1 })),
    begunAt,
  );
}

function orderMissing(id: string): Finding {
  return {
    kind: 'order-missing',
    severity: 'blocks',
    object: { type: 'order', id, name: id },
    facts: { order: id },
    remedy: { page: 'shopify-order', id },
  };
}
