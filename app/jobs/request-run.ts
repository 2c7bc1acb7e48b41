import type { Database } from '../database/client';
import { beginRun, type RunKind, type RunRecord } from '../database/runs';
import type { Queue } from './queue';

/** Kinds of runs that a task of the same name carries out. */
export type QueuedKind = Exclude<RunKind, 'import-csv'>;

/**
 * Asks for a run. One of the same kind that is under way for the payout is answered instead; its job is put on the
 * queue again under the same key, so that a click between "written" and "queued" of a process that died is not lost, and
 * one that waits for an outside system is tried at once when a person asks.
 */
export async function requestRun(
  { database, queue }: { database: Database; queue: Queue },
  shopId: string,
  kind: QueuedKind,
  { onBegun, ...options }: { payoutId?: string; startedBy?: string; onBegun?: () => Promise<void> } = {},
): Promise<RunRecord> {
  const { run, begun } = await beginRun(database, shopId, kind, options);
  // Before a worker can see it: one may be done sooner than we are here.
  if (begun) await onBegun?.();
  const hastened = run.state === 'waiting' && options.startedBy !== 'clock';
  if (begun || run.state === 'queued' || hastened) {
    await queue.enqueue(kind, { runId: run.id }, { shopId, jobKey: `run:${run.id}` });
  }
  return run;
}
