import { requestRun, type QueuedKind } from './request-run';
import type { Task, TaskContext } from './task';
import { DONE } from './verdict';

/** A click needs a moment between writing its run and queueing it. */
const FORGOTTEN_AFTER_MS = 60_000;

/** By the clock: queues the runs that a process wrote and died before it could queue them. */
export const resumeRunsTask: Task<'resume-runs'> = async (_payload, task) => {
  const kinds: QueuedKind[] = [
    'sync-payout',
    'preview-payout',
    'discover-payouts',
    'sync-orders',
    'discover-orders',
    'backfill',
  ];
  const forgotten = await task.database.run.findMany({
    where: {
      state: 'queued',
      kind: { in: kinds },
      createdAt: { lt: new Date(Date.now() - FORGOTTEN_AFTER_MS) },
    },
    orderBy: { createdAt: 'asc' },
    select: { id: true, shopId: true, kind: true, payoutId: true },
  });
  const onQueue = await jobsAmong(
    task,
    forgotten.map(({ id }) => `run:${id}`),
  );
  for (const { id, shopId, kind, payoutId } of forgotten) {
    // It only waits for its turn, and keeps its place.
    if (onQueue.has(`run:${id}`)) continue;
    const known = kinds.find((one) => one === kind);
    // The run is there already: asking for it again puts its job on the queue.
    if (known)
      await requestRun(task, shopId, known, { startedBy: 'clock', ...(payoutId ? { payoutId } : {}) });
  }
  await requestForgottenOrders(task);
  await requestForgottenHistories(task);
  return DONE;
};

/**
 * Orders that somebody told of, by a process that died before it could ask for a run. Where a run since then has needed a
 * person, asking again every few minutes changes nothing: the poll and whoever solves it do.
 */
async function requestForgottenOrders(task: TaskContext): Promise<void> {
  const waiting = await task.database.$queryRaw<{ shopId: string }[]>`
    SELECT s."id" AS "shopId" FROM "Shop" s
    WHERE s."uninstalledAt" IS NULL
      AND EXISTS (SELECT 1 FROM "Connection" c WHERE c."shopId" = s."id")
      AND NOT EXISTS (SELECT 1 FROM "Run" r WHERE r."shopId" = s."id" AND r."kind" = 'sync-orders'
        AND r."state" IN ('queued', 'running', 'waiting'))
      AND EXISTS (SELECT 1 FROM "Order" o WHERE o."shopId" = s."id"
        AND o."pendingSince" < ${new Date(Date.now() - FORGOTTEN_AFTER_MS).toISOString()}::timestamptz AT TIME ZONE 'UTC'
        AND NOT EXISTS (SELECT 1 FROM "Run" r WHERE r."shopId" = s."id" AND r."kind" = 'sync-orders'
          AND r."startedAt" > o."pendingSince" AND r."state" IN ('needs-person', 'failed')))`;
  for (const { shopId } of waiting) await requestRun(task, shopId, 'sync-orders', { startedBy: 'clock' });
}

/** A history on which nobody works: a process died between the click and its run, or it was resumed as its run ended. */
async function requestForgottenHistories(task: TaskContext): Promise<void> {
  const open = await task.database.backfill.findMany({
    where: {
      state: { in: ['counting', 'posting'] },
      updatedAt: { lt: new Date(Date.now() - FORGOTTEN_AFTER_MS) },
      shop: {
        uninstalledAt: null,
        runs: { none: { kind: 'backfill', state: { in: ['queued', 'running', 'waiting'] } } },
      },
    },
    select: { shopId: true },
  });
  for (const { shopId } of open) await requestRun(task, shopId, 'backfill', { startedBy: 'clock' });
}

async function jobsAmong({ database }: TaskContext, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await database.$queryRaw<{ key: string }[]>`
    SELECT key FROM graphile_worker.jobs WHERE key = ANY(${keys})`;
  return new Set(rows.map(({ key }) => key));
}
