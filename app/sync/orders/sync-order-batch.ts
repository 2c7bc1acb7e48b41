import { isDatabaseAway } from '../../database/database-away';
import { replaceOrderFindings } from '../../database/order-findings';
import { orderName, saveOrderSnapshots } from '../../database/order-snapshots';
import { noteOrdersSynced, type Look } from '../../database/orders';
import { OdooError } from '../../odoo/client/odoo-errors';
import { ShopifyError } from '../../shopify/shopify-error';
import { PersonNeeded } from '../person-needed';
import type { Progress } from '../progress';
import { NotConnected, type ShopContext } from '../shop-context';
import { halving } from './halving';
import type { OrderDesk } from './order-desk';
import { planOrders } from './plan-orders';
import { postOrders } from './post-orders';
import { recordOrders } from './record-orders';

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

const nothing = { documents: 0, payments: 0, posted: 0, needAttention: 0, leftOut: 0 };

/** How many documents and payments were made, and how many orders stand how. */
export type BatchTotals = Readonly<typeof nothing>;

/**
 * Brings a batch of orders, as Shopify said them, to Odoo. An order on which our own program stumbles stops no other: it
 * gets a finding. What others of its batch posted before stands, and is found.
 */
export async function syncOrderBatch(
  context: ShopContext,
  desk: OrderDesk,
  nodes: ReadonlyMap<string, unknown>,
  wishes: BatchWishes,
): Promise<BatchTotals> {
  const { done, spoiled } = await halving(
    [...nodes],
    (some) => syncTogether(context, desk, new Map(some), wishes),
    isOutside,
  );
  for (const { item, error } of spoiled) {
    const [id, node] = item;
    await recordStumble(context, { id, name: orderName(node, id) }, error, wishes.look);
  }
  return done.reduce(plus, { ...nothing, needAttention: spoiled.length });
}

/** The same from what is kept of the orders: what was told of them since is still to be asked for. */
export function syncKeptOrders(
  context: ShopContext,
  desk: OrderDesk,
  nodes: ReadonlyMap<string, unknown>,
  progress: Progress,
): Promise<BatchTotals> {
  const look = { at: context.now(), told: new Map<string, Date>() };
  return syncOrderBatch(context, desk, nodes, { asked: 'all', kept: new Set(nodes.keys()), look, progress });
}

/** Understand, check, post, read back, record. */
async function syncTogether(
  context: ShopContext,
  desk: OrderDesk,
  nodes: ReadonlyMap<string, unknown>,
  { asked, verify = new Set(), kept, look, progress }: BatchWishes,
): Promise<BatchTotals> {
  const { database, shop } = context;
  await saveOrderSnapshots(database, shop.id, new Map([...nodes].filter(([id]) => !kept?.has(id))));
  await progress('checking', 0, nodes.size);
  const plan = await planOrders(context, desk, nodes, verify);
  const wanted =
    asked === 'all' || desk.settings.automatic
      ? plan
      : { ...plan, orders: plan.orders.filter(({ id }) => asked.has(id)) };
  const posted = await postOrders(context, desk, wanted, progress);
  const recorded = await recordOrders(context, plan, posted, look);
  return { ...posted.made, ...recorded };
}

function plus(one: BatchTotals, other: BatchTotals): BatchTotals {
  return {
    documents: one.documents + other.documents,
    payments: one.payments + other.payments,
    posted: one.posted + other.posted,
    needAttention: one.needAttention + other.needAttention,
    leftOut: one.leftOut + other.leftOut,
  };
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

/** Says of an order that something about it is our own error, or an answer that nobody can read. */
export async function recordStumble(
  { database, shop }: ShopContext,
  { id, name }: { readonly id: string; readonly name: string },
  error: unknown,
  look: Look,
): Promise<void> {
  const finding = {
    kind: 'unexpected-error',
    severity: 'blocks',
    object: { type: 'order', id, name },
    facts: { why: error instanceof Error ? error.message : String(error) },
    remedy: { page: 'shopify-order', id },
  } as const;
  await replaceOrderFindings(database, shop.id, new Map([[id, [finding]]]));
  const standing = { orderId: id, state: 'needs-attention', findings: 1 } as const;
  await noteOrdersSynced(database, shop.id, [standing], look);
}
