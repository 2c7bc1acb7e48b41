import type { RunRecord } from '../../database/runs';
import type { RunStage, RunState, RunView } from '../../views/payout-view';

/** How much of a whole run each stage is, in percent, as measured on payouts of some hundred charges. */
const shares: Readonly<Record<RunStage, readonly [from: number, to: number]>> = {
  queued: [0, 0],
  fetching: [0, 4],
  books: [4, 6],
  orders: [6, 20],
  checking: [20, 24],
  partners: [24, 30],
  documents: [30, 55],
  posting: [55, 75],
  settlement: [75, 92],
  matching: [92, 95],
  'reading-back': [95, 98],
  proving: [98, 100],
  done: [100, 100],
};

export function runView(run: RunRecord): RunView {
  const stage = (run.stage ?? 'queued') as RunStage;
  const [from, to] = shares[stage];
  const part = run.stageTotal > 0 ? Math.min(1, run.stageDone / run.stageTotal) : 0;
  const message = run.message as { retryAt?: string } | null;
  return {
    id: run.id,
    kind: run.kind as RunView['kind'],
    state: run.state as RunState,
    stage,
    stageDone: run.stageDone,
    stageTotal: run.stageTotal,
    percent: run.finishedAt ? 100 : Math.floor(from + (to - from) * part),
    startedAt: run.startedAt?.toISOString() ?? null,
    finishedAt: run.finishedAt?.toISOString() ?? null,
    retryAt: message?.retryAt ?? null,
    attempt: run.attempt,
    outcome: (run.outcome as RunView['outcome']) ?? null,
  };
}
