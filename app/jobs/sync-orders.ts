import { pendingOrders } from '../database/orders';
import { syncPendingOrders } from '../sync/orders/sync-orders';
import { carryOutRun } from './carry-out-run';
import { requestRun } from './request-run';
import type { Task, TaskContext } from './task';

/** Brings the orders that wait to Odoo. */
export const syncOrdersTask: Task<'sync-orders'> = async (payload, task) => {
  const verdict = await carryOutRun(syncPendingOrders)(payload, task);
  await goOnWith(payload.runId, task);
  return verdict;
};

/** An order that was told of after the last look, and before the run had ended, found the run still under way. */
async function goOnWith(runId: string, task: TaskContext): Promise<void> {
  const run = await task.database.run.findUnique({ where: { id: runId } });
  if (!run || (run.state !== 'done' && run.state !== 'nothing-to-do')) return;
  const [more] = await pendingOrders(task.database, run.shopId, 1);
  if (more) await requestRun(task, run.shopId, 'sync-orders', { startedBy: 'clock' });
}
