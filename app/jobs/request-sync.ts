import type { Database } from '../database/client';
import { updatePayout } from '../database/payouts';
import type { RunRecord } from '../database/runs';
import type { Queue } from './queue';
import { requestRun } from './request-run';

/** Asks for a payout to be posted. A second click, browser or process gets the run that is under way. */
export async function requestSync(
  shared: { database: Database; queue: Queue },
  shopId: string,
  payoutId: string,
  startedBy: 'person' | 'clock' = 'person',
): Promise<RunRecord> {
  return requestRun(shared, shopId, 'sync-payout', {
    payoutId,
    startedBy,
    onBegun: () => updatePayout(shared.database, shopId, payoutId, { state: 'syncing' }),
  });
}

/** The same for every payout that is ready, oldest first, so that the months close in order. Answers how many. */
export async function requestSyncOfReady(
  shared: { database: Database; queue: Queue },
  shopId: string,
): Promise<number> {
  const ready = await shared.database.payout.findMany({
    where: { shopId, state: 'ready' },
    orderBy: [{ issuedOn: 'asc' }, { payoutId: 'asc' }],
    select: { payoutId: true },
  });
  for (const { payoutId } of ready) await requestSync(shared, shopId, payoutId);
  return ready.length;
}
