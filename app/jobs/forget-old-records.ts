import { forgetResolvedFindings } from '../database/findings';
import { forgetRuns } from '../database/runs';
import type { Task } from './task';
import { DONE } from './verdict';

const day = 24 * 3600 * 1000;
/** Shopify repeats a webhook for four hours; a week is ample to know it again. */
const DELIVERIES_KEPT_MS = 7 * day;
/** What was in the way and how runs ended, for as long as somebody may ask about a closed quarter. */
const ENDED_KEPT_MS = 90 * day;

/** Deletes what is over and done with: webhook deliveries that none repeats, resolved findings, and runs. */
export const forgetOldRecords: Task<'forget-old-records'> = async (_payload, { database }) => {
  const before = (keptMs: number) => new Date(Date.now() - keptMs);
  await database.webhookDelivery.deleteMany({ where: { receivedAt: { lt: before(DELIVERIES_KEPT_MS) } } });
  await forgetResolvedFindings(database, before(ENDED_KEPT_MS));
  await forgetRuns(database, before(ENDED_KEPT_MS));
  return DONE;
};
