import { mappingsOf } from '../database/mappings';
import { orderSettings } from '../sync/order-settings';
import { requestRun } from './request-run';
import type { Task } from './task';
import { DONE } from './verdict';

/** By the clock: webhooks go missing, so each connected shop is asked for changed orders as often as its merchant chose. */
export const pollOrdersTask: Task<'poll-orders'> = async (_payload, task) => {
  const shops = await task.database.shop.findMany({
    where: { uninstalledAt: null, connection: { isNot: null } },
    select: { id: true, timeZone: true },
  });
  for (const { id, timeZone } of shops) {
    const { pollMinutes } = orderSettings(await mappingsOf(task.database, id), timeZone ?? 'UTC');
    const last = await task.database.run.findFirst({
      where: { shopId: id, kind: 'discover-orders' },
      orderBy: { createdAt: 'desc' },
      select: { createdAt: true },
    });
    // The clock ticks every five minutes: half a tick early is in time.
    const due = (last?.createdAt.getTime() ?? 0) + (pollMinutes - 2.5) * 60_000;
    if (Date.now() >= due) await requestRun(task, id, 'discover-orders', { startedBy: 'clock' });
  }
  return DONE;
};
