import { daysToTell } from '../database/day-documents';
import { syncPayout } from '../sync/sync-payout';
import { carryOutRun } from './carry-out-run';
import { requestRun } from './request-run';
import type { Task } from './task';

/** Closes a payout. Where that made documents of days, their orders are told by a run of orders. */
export const syncPayoutTask: Task<'sync-payout'> = (payload, task) =>
  carryOutRun(async (context, run, progress) => {
    const outcome = await syncPayout(context, run, progress);
    const toTell = await daysToTell(context.database, context.shop.id);
    if (toTell.length > 0) await requestRun(task, context.shop.id, 'sync-orders', { startedBy: 'clock' });
    return outcome;
  })(payload, task);
