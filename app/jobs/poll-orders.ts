import { isDatabaseAway } from '../database/database-away';
import { mappingsOf } from '../database/mappings';
import { orderSettings } from '../sync/order-settings';
import { requestRun } from './request-run';
import type { Task, TaskContext } from './task';
import { DONE } from './verdict';

/** By the clock: webhooks go missing, so each connected shop is asked for changed orders as often as its merchant chose. */
export const pollOrdersTask: Task<'poll-orders'> = async (_payload, task) => {
  const shops = await task.database.shop.findMany({
    where: { uninstalledAt: null, connection: { isNot: null } },
    select: { id: true, domain: true, timeZone: true },
  });
  for (const { domain, ...shop } of shops) {
    try {
      if (await isDue(task, shop)) await requestRun(task, shop.id, 'discover-orders', { startedBy: 'clock' });
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      // What is wrong with one shop keeps no other waiting.
      task.log.error({ shop: domain, err: error }, 'the orders of a shop were not asked for');
    }
  }
  return DONE;
};

async function isDue(
  { database }: TaskContext,
  { id, timeZone }: { readonly id: string; readonly timeZone: string | null },
): Promise<boolean> {
  const { pollMinutes } = orderSettings(await mappingsOf(database, id), timeZone ?? 'UTC');
  const last = await database.run.findFirst({
    where: { shopId: id, kind: 'discover-orders' },
    orderBy: { createdAt: 'desc' },
    select: { createdAt: true },
  });
  // The clock ticks every five minutes: half a tick early is in time.
  return Date.now() >= (last?.createdAt.getTime() ?? 0) + (pollMinutes - 2.5) * 60_000;
}
