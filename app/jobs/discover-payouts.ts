import { discoverPayouts } from '../sync/discover-payouts';
import { payoutsToCheck } from '../sync/payouts-to-check';
import { payoutsToTakeBack } from '../sync/payouts-to-take-back';
import { watchBank } from '../sync/watch-bank';
import { OdooError } from '../odoo/client/odoo-errors';
import type { ShopContext } from '../sync/shop-context';
import { carryOutRun } from './carry-out-run';
import { requestRun } from './request-run';
import { requestSync } from './request-sync';
import type { Task, TaskContext } from './task';

/**
 * Asks Shopify for payouts, has each that is new or changed looked into, and the transfer of one that failed since taken
 * back; asks Odoo which have reached the bank.
 */
export const discoverPayoutsTask: Task<'discover-payouts'> = (payload, task) =>
  carryOutRun(async (context) => {
    const { found, changed } = await discoverPayouts(context);
    for (const payoutId of await payoutsToCheck(context)) {
      await requestRun(task, context.shop.id, 'preview-payout', { payoutId });
    }
    for (const payoutId of await payoutsToTakeBack(context)) {
      await requestSync(task, context.shop.id, payoutId, 'clock');
    }
    await lookAtBank(context, task);
    return { kind: 'done', values: { found: found.length, changed: changed.length } };
  })(payload, task);

/** What Shopify said is found whether Odoo answers or not; the bank is looked at again next time. */
async function lookAtBank(context: ShopContext, { log }: TaskContext): Promise<void> {
  try {
    await watchBank(context);
  } catch (error) {
    if (!(error instanceof OdooError) || error.verdict === 'bug') throw error;
    log.warn({ shop: context.shop.domain, reason: error.message }, 'the bank was not looked at');
  }
}
