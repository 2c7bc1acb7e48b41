import type { Task } from './task';
import { DONE } from './verdict';

/** Shopify repeats a webhook for four hours; a week is ample to know it again. */
const DELIVERIES_KEPT_MS = 7 * 24 * 3600 * 1000;

/** Deletes the webhook deliveries that no repetition can follow any more. */
export const forgetOldRecords: Task<'forget-old-records'> = async (_payload, { database }) => {
  await database.webhookDelivery.deleteMany({
    where: { receivedAt: { lt: new Date(Date.now() - DELIVERIES_KEPT_MS) } },
  });
  return DONE;
};
