import type { RunView } from '../views/payout-view';

/** A run that still does something, or will. */
export function isUnfinished(run: RunView | null): boolean {
  return run !== null && (run.state === 'queued' || run.state === 'running' || run.state === 'waiting');
}
