import { replaceFindings } from '../database/findings';
import { noteEnd, noteStage, noteStart, type RunOutcome, type RunRecord } from '../database/runs';
import { findingsOfRun } from '../sync/finding-of-error';
import { openShopContext } from '../sync/open-shop-context';
import type { Outcome } from '../sync/outcome';
import type { Progress } from '../sync/progress';
import type { ShopContext } from '../sync/shop-context';
import type { PayoutState } from '../views/payout-view';
import type { Task, TaskContext } from './task';
import { NOTHING_TO_DO, verdictOf, verdictOfOutcome, type Verdict } from './verdict';

/** A use case that works for a run. */
export type RunUseCase = (context: ShopContext, run: RunRecord, progress: Progress) => Promise<Outcome>;

type RunTask = Extract<Parameters<Task<'sync-payout'>>[0], { runId: string }>;

/** Carries out a run and writes down, in the run itself, how far it is and how it ended. */
export function carryOutRun(
  useCase: RunUseCase,
): (payload: RunTask, context: TaskContext) => Promise<Verdict> {
  return async ({ runId }, task) => {
    const run = await task.database.run.findUnique({ where: { id: runId } });
    if (!run) return NOTHING_TO_DO;
    const verdict = await task.withShopLock(run.shopId, () => carryOut(useCase, runId, task));
    return verdict ?? { kind: 'again-later', seconds: 2, reason: 'another process writes for this shop' };
  };
}

async function carryOut(useCase: RunUseCase, runId: string, task: TaskContext): Promise<Verdict> {
  const { database } = task;
  const run = await database.run.findUnique({ where: { id: runId } });
  if (!run || run.finishedAt) return NOTHING_TO_DO;
  await noteStart(database, run);
  const context = await openShopContext(task, run.shopId);
  try {
    const outcome = await useCase(context, run, throttled(task, run));
    await recordOutcome(context, run, outcome);
    return verdictOfOutcome(outcome);
  } catch (error) {
    // Cut off because this process is to end: no fault of anybody's. The run goes on in the next one.
    if (task.signal.aborted)
      return { kind: 'again-later', seconds: 1, reason: 'the process was asked to stop' };
    const verdict = verdictOf(error, task.attempt);
    await recordFailure(context, run, error, verdict);
    if (verdict.kind === 'needs-person' && verdict.bug) throw error;
    return verdict;
  }
}

/** Progress within a stage is written at most three times a second; a new stage at once. */
function throttled({ database }: TaskContext, run: RunRecord): Progress {
  let last = '';
  let at = 0;
  return async (stage, done, total) => {
    if (stage === last && Date.now() - at < 333) return;
    last = stage;
    at = Date.now();
    await noteStage(database, run, stage, done, total);
  };
}

async function recordOutcome(
  { database, now }: ShopContext,
  run: RunRecord,
  outcome: Outcome,
): Promise<void> {
  switch (outcome.kind) {
    case 'done':
      await noteEnd(database, run, 'done', { key: doneKey(run), values: outcome.values });
      return;
    case 'nothing-to-do':
      await noteEnd(database, run, 'nothing-to-do', { key: 'already-posted', values: outcome.values });
      return;
    case 'person':
      await noteEnd(database, run, 'needs-person', {
        key: 'needs-attention',
        values: { findings: outcome.findings.length },
      });
      return;
    case 'more':
      return;
    case 'again-later': {
      const retryAt = new Date(now().getTime() + outcome.afterSeconds * 1000);
      await noteEnd(
        database,
        run,
        'waiting',
        { key: 'waits', values: { reason: outcome.why.kind } },
        { retryAt },
      );
    }
  }
}

function doneKey({ kind }: RunRecord): RunOutcome['key'] {
  const keys: Partial<Record<string, RunOutcome['key']>> = {
    'discover-payouts': 'discovered',
    'import-csv': 'imported',
    'sync-orders': 'orders-synced',
    'discover-orders': 'orders-discovered',
    backfill: 'history-read',
  };
  return keys[kind] ?? 'posted';
}

async function recordFailure(
  { database, shop, now }: ShopContext,
  run: RunRecord,
  error: unknown,
  verdict: Verdict,
): Promise<void> {
  const findings = findingsOfRun(run.id, error);
  const reason = findings[0]?.kind ?? 'unexpected-error';
  if (verdict.kind === 'again-later') {
    const retryAt = new Date(now().getTime() + verdict.seconds * 1000);
    await noteEnd(database, run, 'waiting', { key: 'waits', values: { reason } }, { retryAt, findings });
    return;
  }
  const failed = verdict.kind === 'needs-person' && verdict.bug;
  await noteEnd(
    database,
    run,
    failed ? 'failed' : 'needs-person',
    failed
      ? { key: 'failed', values: { reason } }
      : { key: 'needs-attention', values: { findings: findings.length } },
    { findings },
  );
  if (!run.payoutId) return;
  await replaceFindings(database, shop.id, run.payoutId, findings);
  // A look that failed says nothing against what is posted.
  const looked: PayoutState[] = ['new', 'ready', 'needs-attention'];
  const state: PayoutState = 'needs-attention';
  await database.payout.updateMany({
    where: {
      shopId: shop.id,
      payoutId: run.payoutId,
      ...(run.kind === 'preview-payout' ? { state: { in: looked } } : {}),
    },
    data: { state },
  });
}
