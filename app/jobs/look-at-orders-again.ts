import type { Database } from '../database/client';
import { askForOrders, pendingOrders } from '../database/orders';
import { ordersWaitingForMappings } from '../database/waiting-for-mappings';
import type { Queue } from './queue';
import { requestRun } from './request-run';

/**
 * A person has changed a mapping or a setting: orders that waited for one are looked at again. Those that somebody has
 * asked for go on to Odoo; of the others, only as far as orders go by themselves.
 */
export async function lookAtOrdersAgain(
  shared: { database: Database; queue: Queue },
  shopId: string,
): Promise<void> {
  const { database } = shared;
  const waiting = await ordersWaitingForMappings(database, shopId);
  const at = new Date();
  const asked = waiting.filter(({ wasAskedFor }) => wasAskedFor);
  const others = waiting.filter(({ wasAskedFor }) => !wasAskedFor);
  await askForOrders(database, shopId, asked, 'person', at);
  await askForOrders(database, shopId, others, 'poll', at);
  // Also those that a run has left asked for, because it needed just this.
  const [any] = await pendingOrders(database, shopId, 1);
  if (any) await requestRun(shared, shopId, 'sync-orders', { startedBy: 'person' });
}
