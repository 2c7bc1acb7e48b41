import { insertBackfill, moveBackfill, type BackfillWish } from '../database/backfills';
import type { Database } from '../database/client';
import type { BackfillRecord } from '../database/backfills';
import type { Queue } from './queue';
import { requestRun } from './request-run';

interface Shared {
  readonly database: Database;
  readonly queue: Queue;
}

/** Begins to count a shop's history. One that is not ended yet is answered instead: a second click begins nothing. */
export async function beginBackfill(
  shared: Shared,
  shopId: string,
  wish: BackfillWish,
): Promise<BackfillRecord> {
  const { backfill, begun } = await insertBackfill(shared.database, shopId, wish);
  if (begun) await requestRun(shared, shopId, 'backfill', { startedBy: 'person' });
  return backfill;
}

/** A person has seen what was counted, and wants it in Odoo. */
export const postBackfill = (shared: Shared, shopId: string, id: string) =>
  goOn(shared, shopId, id, { from: ['counted'], to: 'posting', postingSince: new Date() });

/** The run under way sees it between two batches, and ends. */
export const pauseBackfill = ({ database }: Shared, shopId: string, id: string) =>
  moveBackfill(database, shopId, id, { from: ['counting', 'posting'], to: 'paused' });

/** Goes on with what was paused: posting, once that had begun, else counting. */
export async function resumeBackfill(
  shared: Shared,
  shopId: string,
  id: string,
): Promise<BackfillRecord | null> {
  const backfill = await shared.database.backfill.findFirst({ where: { id, shopId } });
  const to = backfill?.postingSince ? 'posting' : 'counting';
  return goOn(shared, shopId, id, { from: ['paused'], to });
}

/** For good. What stands in Odoo stays there. */
export const stopBackfill = ({ database }: Shared, shopId: string, id: string) =>
  moveBackfill(database, shopId, id, {
    from: ['counting', 'counted', 'posting', 'paused'],
    to: 'stopped',
    finishedAt: new Date(),
  });

async function goOn(
  shared: Shared,
  shopId: string,
  id: string,
  move: Parameters<typeof moveBackfill>[3],
): Promise<BackfillRecord | null> {
  const backfill = await moveBackfill(shared.database, shopId, id, move);
  // Also where another click moved it: a run that this process did not live to queue is queued now.
  if (backfill?.state === move.to) {
    await requestRun(shared, shopId, 'backfill', { startedBy: 'person' });
  }
  return backfill;
}
