import { forgetOldRecords } from './forget-old-records';
import type { Tasks } from './task';

/** What the worker can do: one thin file a task. */
export const tasks: Tasks = {
  'forget-old-records': forgetOldRecords,
};

/** Tasks by the clock (UTC), in crontab's form. */
export const crontab = ['17 3 * * * forget-old-records'].join('\n');
