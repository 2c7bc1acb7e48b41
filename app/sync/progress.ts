import type { RunStage } from '../views/payout-view';

/** Tells how far a use case is: `done` of `total` in this stage (total 0: not countable). */
export type Progress = (stage: RunStage, done: number, total: number) => Promise<void>;

export const noProgress: Progress = () => Promise.resolve();
