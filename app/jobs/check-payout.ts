import { checkPayout } from '../sync/check-payout';
import { carryOutRun } from './carry-out-run';

/** Looks into a payout without posting, so that it shows as ready or says what it needs. */
export const checkPayoutTask = carryOutRun((context, run, progress) =>
  checkPayout(context, run.payoutId ?? '', progress),
);
