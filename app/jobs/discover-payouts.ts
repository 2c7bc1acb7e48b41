import { discoverPayouts } from '../sync/discover-payouts';
import { payoutsToCheck } from '../sync/payouts-to-check';
import { watchBank } from '../sync/watch-bank';
import { OdooError } from '../odoo/client/odoo-errors';
import type { ShopContext } from '../sync/shop-context';
import { carryOutRun } from './carry-out-run';
import { requestRun } from './request-run';
import type { Task, TaskContext } from './task';

/**
 * Asks Shopify for payouts and Odoo for those that reached the bank, then has each that is new or changed looked into.
 */
export const discoverPayoutsTask: Task<'discover-payouts'> = (payload, task) =>
  carryOutRun(async (context) => {
    const { found, changed } = await discoverPayouts(context);
    for (const payoutId of await payoutsToCheck(context)) {
      await requestRun(task, context.shop.id, 'preview-payout', { payoutId });
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
