import { workOnBackfill } from '../sync/orders/backfill';
import { carryOutRun } from './carry-out-run';

/** A part of a shop's history; the rest follows in jobs of its own, so that payouts and new orders have their turn. */
export const backfillTask = carryOutRun(workOnBackfill);
