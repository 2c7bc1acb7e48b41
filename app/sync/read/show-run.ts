import type { Database } from '../../database/client';
import { findPayout } from '../../database/payouts';
import { latestRuns } from '../../database/runs';
import type { PayoutState, RunView } from '../../views/payout-view';
import { runView } from './run-view';

/** How far the latest run of a payout is; undefined when the shop has no such payout. */
export async function showRun(
  database: Database,
  shopId: string,
  payoutId: string,
): Promise<{ run: RunView | null; state: PayoutState } | undefined> {
  const payout = await findPayout(database, shopId, payoutId);
  if (!payout) return undefined;
  const run = (await latestRuns(database, shopId, [payoutId])).get(payoutId);
  return { run: run ? runView(run) : null, state: payout.state };
}
