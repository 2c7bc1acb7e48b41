import type { Database } from '../database/client';
import { askForOrders } from '../database/orders';
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
  if (waiting.length === 0) return;
  const at = new Date();
  const asked = waiting.filter(({ wasAskedFor }) => wasAskedFor);
  const others = waiting.filter(({ wasAskedFor }) => !wasAskedFor);
  await askForOrders(database, shopId, asked, 'person', at);
  await askForOrders(database, shopId, others, 'poll', at);
  await requestRun(shared, shopId, 'sync-orders', { startedBy: 'person' });
}
