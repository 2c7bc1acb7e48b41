import { discoverPayouts } from '../sync/discover-payouts';
import { payoutsToCheck } from '../sync/payouts-to-check';
import { carryOutRun } from './carry-out-run';
import { requestRun } from './request-run';
import type { Task } from './task';

/** Asks Shopify for payouts, then has each that is new or changed looked into. */
export const discoverPayoutsTask: Task<'discover-payouts'> = (payload, task) =>
  carryOutRun(async (context) => {
    const { found, changed } = await discoverPayouts(context);
    for (const payoutId of await payoutsToCheck(context)) {
      await requestRun(task, context.shop.id, 'preview-payout', { payoutId });
    }
    return { kind: 'done', values: { found: found.length, changed: changed.length } };
  })(payload, task);
