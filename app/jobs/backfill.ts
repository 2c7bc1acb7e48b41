import { workOnBackfill } from '../sync/orders/backfill';
import { openBackfill } from '../database/backfills';
import { carryOutRun } from './carry-out-run';
import { requestRun } from './request-run';
import type { Task } from './task';

/** A part of a shop's history; the rest follows in jobs of its own, so that payouts and new orders have their turn. */
export const backfillTask: Task<'backfill'> = async (payload, task) => {
  const verdict = await carryOutRun(workOnBackfill)(payload, task);
  const run = await task.database.run.findUnique({ where: { id: payload.runId } });
  if (run?.state === 'done' || run?.state === 'nothing-to-do') {
    // Paused and resumed while the run was ending: who resumed it found the run still under way.
    const backfill = await openBackfill(task.database, run.shopId);
    if (backfill?.state === 'counting' || backfill?.state === 'posting')
      await requestRun(task, run.shopId, 'backfill', { startedBy: 'clock' });
  }
  return verdict;
};
