import { syncPayout } from '../sync/sync-payout';
import { carryOutRun } from './carry-out-run';

export const syncPayoutTask = carryOutRun((context, run, progress) => syncPayout(context, run, progress));
