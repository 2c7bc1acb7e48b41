import type { RunView } from '../../app/views/payout-view';

/** Runs as the server sends them to the pages, for tests of components. */
export function exampleRun(traits: Partial<RunView> = {}): RunView {
  return {
    id: '019aa000-0000-7000-8000-000000000001',
    kind: 'sync-payout',
    state: 'running',
    stage: 'documents',
    stageDone: 12,
    stageTotal: 42,
    percent: 37,
    startedAt: '2026-11-03T09:00:00.000Z',
    finishedAt: null,
    retryAt: null,
    attempt: 1,
    outcome: null,
    ...traits,
  };
}

export const doneRun = (traits: Partial<RunView> = {}) =>
  exampleRun({
    state: 'done',
    stage: 'done',
    percent: 100,
    finishedAt: '2026-11-03T09:00:08.400Z',
    outcome: { key: 'posted', values: { documents: 45, lines: 46, transfer: 1 } },
    ...traits,
  });
