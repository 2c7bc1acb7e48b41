import { backfillTask } from './backfill';
import { checkPayoutTask } from './check-payout';
import { discoverAllShopsTask } from './discover-all-shops';
import { discoverOrdersTask } from './discover-orders';
import { discoverPayoutsTask } from './discover-payouts';
import { forgetOldRecords } from './forget-old-records';
import { pollOrdersTask } from './poll-orders';
import { resumeRunsTask } from './resume-runs';
import { syncOrdersTask } from './sync-orders';
import { syncPayoutTask } from './sync-payout';
import type { Tasks } from './task';

/** What the worker can do: one thin file a task. */
export const tasks: Tasks = {
  'sync-payout': syncPayoutTask,
  'preview-payout': checkPayoutTask,
  'discover-payouts': discoverPayoutsTask,
  'sync-orders': syncOrdersTask,
  'discover-orders': discoverOrdersTask,
  backfill: backfillTask,
  'discover-all-shops': discoverAllShopsTask,
  'poll-orders': pollOrdersTask,
  'resume-runs': resumeRunsTask,
  'forget-old-records': forgetOldRecords,
};

/** Tasks by the clock (UTC), in crontab's form. */
export const crontab = [
  '17 3 * * * forget-old-records',
  '*/30 * * * * discover-all-shops',
  '*/5 * * * * poll-orders',
  '*/5 * * * * resume-runs',
].join('\n');
