import type { Finding } from '../../accounting/finding';
import { membersOfDay, noteDay, type DayRecord, type MemberRecord } from '../../database/day-documents';
import { findingsOfOrder, replaceOrderFindings } from '../../database/order-findings';
import { orderSnapshots } from '../../database/order-snapshots';
import { askForOrders, noteOrdersSynced } from '../../database/orders';
import { inChunks } from '../../odoo/loading/in-chunks';
import type { ShopContext } from '../shop-context';

const ordersAtOnce = 200;

/** Has the orders of a document that stands in Odoo look again, from what Shopify said of them: they have their document. */
export async function tellOrders(
  { database, shop, now }: ShopContext,
  record: DayRecord,
  bring: (nodes: ReadonlyMap<string, unknown>) => Promise<unknown>,
): Promise<void> {
  const orders = ordersOf(await membersOfDay(database, shop.id, record));
  for (const ids of inChunks([...orders.keys()], ordersAtOnce)) {
    const nodes = await orderSnapshots(database, shop.id, ids);
    // What was kept of a customer may have been wiped meanwhile: Shopify is asked again.
    const wiped = ids.filter((id) => !nodes.has(id));
    await askForOrders(
      database,
      shop.id,
      wiped.map((orderId) => ({ orderId, name: orders.get(orderId) ?? orderId })),
      'poll',
      now(),
    );
    if (nodes.size > 0) await bring(nodes);
  }
  await noteDay(database, shop.id, record.id, 'done');
}

/** Names on each order why the document that it is in was not made. What stands on them already is not written again. */
export async function nameOnOrders(
  { database, shop, now }: ShopContext,
  members: readonly MemberRecord[],
  findings: readonly Finding[],
): Promise<void> {
  const ids = [...ordersOf(members).keys()];
  const [first] = ids;
  if (!first) return;
  const named = (await findingsOfOrder(database, shop.id, first)).map(
    ({ kind, object }) => `${kind} ${object.id}`,
  );
  if (findings.every(({ kind, object }) => named.includes(`${kind} ${object.id}`))) return;
  for (const some of inChunks(ids, ordersAtOnce)) {
    await replaceOrderFindings(database, shop.id, new Map(some.map((id) => [id, findings])));
    await noteOrdersSynced(
      database,
      shop.id,
      some.map((orderId) => ({ orderId, state: 'needs-attention', findings: findings.length })),
      { at: now(), told: new Map() },
    );
  }
}

function ordersOf(members: readonly MemberRecord[]): Map<string, string> {
  return new Map(
    members.flatMap(({ member: { order } }) => (order.id ? [[order.id as string, order.name]] : [])),
  );
}
