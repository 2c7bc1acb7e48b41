import type { Database } from '../database/client';
import { askForOrders } from '../database/orders';
import { askForUnposted } from '../database/ask-for-unposted';
import type { Queue } from './queue';
import { requestRun } from './request-run';

/**
 * A person asks for orders to be brought to Odoo: these, or with 'all' each that is new or needs attention. One that stands there
 * is a hit, or gets a document of what has changed; never a second of the same. Numbers that are no order of this shop
 * are left out.
 */
export async function requestOrderSync(
  shared: { database: Database; queue: Queue },
  shopId: string,
  orderIds: readonly string[] | 'all',
): Promise<{ asked: number }> {
  const { database } = shared;
  const at = new Date();
  const asked =
    orderIds === 'all'
      ? await askForUnposted(database, shopId, at)
      : await askForThese(database, shopId, orderIds, at);
  if (asked > 0) await requestRun(shared, shopId, 'sync-orders', { startedBy: 'person' });
  return { asked };
}

async function askForThese(
  database: Database,
  shopId: string,
  orderIds: readonly string[],
  at: Date,
): Promise<number> {
  const known = await database.order.findMany({
    where: { shopId, orderId: { in: [...orderIds] } },
    select: { orderId: true, name: true },
  });
  await askForOrders(database, shopId, known, 'person', at);
  return known.length;
}
