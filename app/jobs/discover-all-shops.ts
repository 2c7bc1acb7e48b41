import { requestRun } from './request-run';
import type { Task } from './task';
import { DONE } from './verdict';

/** By the clock: no webhook tells of payouts, so every connected shop is asked. */
export const discoverAllShopsTask: Task<'discover-all-shops'> = async (_payload, task) => {
  const shops = await task.database.shop.findMany({
    where: { uninstalledAt: null, connection: { isNot: null } },
    select: { id: true },
  });
  for (const { id } of shops) await requestRun(task, id, 'discover-payouts', { startedBy: 'clock' });
  return DONE;
};
