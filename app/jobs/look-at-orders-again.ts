import { askForLeftByChoice } from '../database/ask-for-unposted';
import type { Database } from '../database/client';
import { askForOrders, pendingOrders } from '../database/orders';
import { mappingsOf } from '../database/mappings';
import { ordersWaitingForMappings } from '../database/waiting-for-mappings';
import { firstMomentOf } from '../sync/first-moment-of';
import { orderSettings } from '../sync/order-settings';
import type { Queue } from './queue';
import { requestRun } from './request-run';

/** Settings that say which orders are for the books, whether they come by themselves, and whether they wait for their day. */
const choices = new Set(['start-date', 'orders-automatic', 'order-statuses', 'documents-per']);

/**
 * A person has changed a mapping or a setting: orders that waited for one are looked at again. Those that somebody has
 * asked for go on to Odoo; of the others, only as far as orders go by themselves. Where `changed` names a choice about orders, so are those that it kept out.
 */
export async function lookAtOrdersAgain(
  shared: { database: Database; queue: Queue },
  shopId: string,
  changed: readonly { readonly kind: string; readonly key: string }[] = [],
): Promise<void> {
  const { database } = shared;
  const waiting = await ordersWaitingForMappings(database, shopId);
  const at = new Date();
  const asked = waiting.filter(({ wasAskedFor }) => wasAskedFor);
  const others = waiting.filter(({ wasAskedFor }) => !wasAskedFor);
  await askForOrders(database, shopId, asked, 'person', at);
  await askForOrders(database, shopId, others, 'poll', at);
  if (changed.some(({ kind, key }) => kind === 'setting' && choices.has(key)))
    await askForThoseKeptOut(database, shopId, at);
  // Also those that a run has left asked for, because it needed just this.
  const [any] = await pendingOrders(database, shopId, 1);
  if (any) await requestRun(shared, shopId, 'sync-orders', { startedBy: 'person' });
}

async function askForThoseKeptOut(database: Database, shopId: string, at: Date): Promise<void> {
  const shop = await database.shop.findUniqueOrThrow({ where: { id: shopId }, select: { timeZone: true } });
  const zone = shop.timeZone ?? 'UTC';
  const { since } = orderSettings(await mappingsOf(database, shopId), zone).documents;
  await askForLeftByChoice(database, shopId, at, since && firstMomentOf(since, zone));
}
