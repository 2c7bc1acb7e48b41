import type { Database } from '../database/client';
import { mappingsOf } from '../database/mappings';
import { ordersWaitingForMappings } from '../database/waiting-for-mappings';
import { orderSettings } from '../sync/order-settings';
import type { Queue } from './queue';
import { requestOrderSync } from './request-order-sync';

/** A person has changed a mapping or a setting: orders that waited for one are asked for again. */
export async function lookAtOrdersAgain(
  shared: { database: Database; queue: Queue },
  shopId: string,
): Promise<void> {
  const { automatic } = orderSettings(await mappingsOf(shared.database, shopId), 'UTC');
  const orders = await ordersWaitingForMappings(shared.database, shopId, { automatic });
  if (orders.length > 0) await requestOrderSync(shared, shopId, orders, 'person');
}
