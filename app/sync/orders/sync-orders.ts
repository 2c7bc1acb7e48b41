import type { Finding } from '../../accounting/finding';
import { dateIn } from '../../accounting/calendar-date';
import { isDatabaseAway } from '../../database/database-away';
import { daysWait } from '../../database/day-documents';
import { replaceOrderFindings } from '../../database/order-findings';
import { saveOrderSnapshots } from '../../database/order-snapshots';
import { noteOrdersSynced, pendingOrders, type Look, type OrderAsker } from '../../database/orders';
import { noteStep, type RunRecord } from '../../database/runs';
import { OdooError } from '../../odoo/client/odoo-errors';
import { readOrders } from '../../shopify/read-orders';
import { ShopifyError } from '../../shopify/shopify-error';
import type { Outcome } from '../outcome';
import { PersonNeeded } from '../person-needed';
import type { Progress } from '../progress';
import { NotConnected, type ShopContext } from '../shop-context';
import { makeDayDocuments } from './make-day-documents';
import { forgetMissing } from './forget-missing';
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
    for (const [id, error] of unread) await recordStumble(context, id, stumbled(id, id, error), look);
    await forgetMissing(context, ids, new Set([...nodes.keys(), ...unread.keys()]), look);
    const asked = new Set(pending.filter(isPersons).map(({ orderId }) => orderId));
    // What was wrong in Odoo stays a finding until Odoo says that it is not any more.
    const doubted = pending.filter(({ findingsCount }) => findingsCount > 0).map(({ orderId }) => orderId);
    const verify = new Set([...asked, ...doubted]);
    const synced = await syncEachBatch(context, desk, nodes, { asked, verify, look, progress });
    totals.orders += nodes.size;
    totals.documents += synced.documents;
    totals.payments += synced.payments;
    totals.posted += synced.posted;
    totals.attention += synced.needAttention + unread.size;
    await noteStep(database, run, 'orders', 'done', { ...synced, orders: nodes.size });
  }
  if (await daysWait(database, shop.id, dateIn(now().toISOString(), shop.timeZone))) {
    const at = (desk ??= await openOrderDesk(context));
    const bring = async (nodes: ReadonlyMap<string, unknown>) => {
      const look = { at: now(), told: new Map<string, Date>() };
      const wishes = { asked: 'all', verify: new Set<string>(), look, progress } as const;
      const told = await syncEachBatch(context, at, nodes, wishes);
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
  context: ShopContext,
  ids: readonly string[],
  onProgress: (done: number) => Promise<void>,
): Promise<{ nodes: Map<string, unknown>; unread: Map<string, unknown> }> {
  try {
    return { nodes: await readOrders(context.shopify, ids, onProgress), unread: new Map() };
  } catch (error) {
    if (!(error instanceof ShopifyError) || error.verdict !== 'bug') throw error;
    const [id] = ids;
    if (ids.length === 1 && id) return { nodes: new Map(), unread: new Map([[id, error]]) };
    const middle = Math.ceil(ids.length / 2);
    const first = await readEach(context, ids.slice(0, middle), onProgress);
    const second = await readEach(context, ids.slice(middle), onProgress);
    return {
      nodes: new Map([...first.nodes, ...second.nodes]),
      unread: new Map([...first.unread, ...second.unread]),
    };
  }
}

const isPersons = ({ requestedBy }: { requestedBy: OrderAsker }) => requestedBy === 'person';

export interface BatchTotals {
  readonly documents: number;
  readonly payments: number;
  readonly posted: number;
  readonly needAttention: number;
  readonly leftOut: number;
}

/**
 * The same as `syncOrderBatch`, where an order on which our own program stumbles stops no other: the batch is halved until
 * that order stands alone, and it gets a finding. What others posted before stands, and is found.
 */
export async function syncEachBatch(
  context: ShopContext,
  desk: OrderDesk,
  nodes: ReadonlyMap<string, unknown>,
  wishes: BatchWishes,
): Promise<BatchTotals> {
  try {
    const { made, recorded } = await syncOrderBatch(context, desk, nodes, wishes);
    const { posted, needAttention, leftOut } = recorded;
    return { ...made, posted, needAttention, leftOut };
  } catch (error) {
    if (isOutside(error)) throw error;
    const [id] = nodes.keys();
    if (nodes.size === 1 && id) {
      const name = nameOf(nodes.get(id), id);
      await recordStumble(context, id, stumbled(id, name, error), wishes.look);
      return { documents: 0, payments: 0, posted: 0, needAttention: 1, leftOut: 0 };
    }
    const all = [...nodes];
    const middle = Math.ceil(all.length / 2);
    const first = await syncEachBatch(context, desk, new Map(all.slice(0, middle)), wishes);
    const second = await syncEachBatch(context, desk, new Map(all.slice(middle)), wishes);
    return {
      documents: first.documents + second.documents,
      payments: first.payments + second.payments,
      posted: first.posted + second.posted,
      needAttention: first.needAttention + second.needAttention,
      leftOut: first.leftOut + second.leftOut,
    };
  }
}

/** An outside system, the database or a person's settings are the reason: no order of the batch is to blame. */
function isOutside(error: unknown): boolean {
  return (
    error instanceof OdooError ||
    error instanceof ShopifyError ||
    error instanceof PersonNeeded ||
    error instanceof NotConnected ||
    isDatabaseAway(error)
  );
}

function stumbled(id: string, name: string, error: unknown): Finding {
  return {
    kind: 'unexpected-error',
    severity: 'blocks',
    object: { type: 'order', id, name },
    facts: { why: error instanceof Error ? error.message : String(error) },
    remedy: { page: 'shopify-order', id },
  };
}

async function recordStumble(
  { database, shop }: ShopContext,
  orderId: string,
  finding: Finding,
  look: Look,
): Promise<void> {
  await replaceOrderFindings(database, shop.id, new Map([[orderId, [finding]]]));
  const standing = { orderId, state: 'needs-attention' as const, findings: 1 };
  await noteOrdersSynced(database, shop.id, [standing], look);
}

export interface BatchWishes {
  /** Orders that a person asked for: posted though orders are not automatic. 'all' of a backfill. */
  readonly asked: ReadonlySet<string> | 'all';
  /** Orders of which Odoo is asked what stands there, whatever our database remembers; of none if left out. */
  readonly verify?: ReadonlySet<string>;
  readonly look: Look;
  readonly progress: Progress;
  /** Orders that were read from what we keep: there is nothing new to keep of them. */
  readonly kept?: ReadonlySet<string>;
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
  { asked, verify = new Set(), kept, look, progress }: BatchWishes,
): Promise<SyncedBatch> {
  const { database, shop } = context;
  await saveOrderSnapshots(
    database,
    shop.id,
    new Map(
      [...nodes].flatMap(([id, raw]) =>
        kept?.has(id) ? [] : [[id, { name: nameOf(raw, id), raw }] as const],
      ),
    ),
  );
  await progress('checking', 0, nodes.size);
  const plan = await planOrders(context, desk, nodes, verify);
  const wanted =
    asked === 'all' || desk.settings.automatic
      ? plan
      : { ...plan, orders: plan.orders.filter(({ id }) => asked.has(id)) };
  const posted = await postOrders(context, desk, wanted, progress);
  const recorded = await recordOrders(context, plan, posted, look);
  return { made: posted.made, recorded };
}

function nameOf(raw: unknown, id: string): string {
  const { name } = raw as { name?: unknown };
  return typeof name === 'string' ? name : id;
}
