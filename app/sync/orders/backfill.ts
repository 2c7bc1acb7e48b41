import { isDatabaseAway } from '../../database/database-away';
import { noteBulkStarted, pauseForPerson } from '../../database/backfill-orders';
import { openBackfill, type BackfillRecord } from '../../database/backfills';
import type { RunRecord } from '../../database/runs';
import { OdooError } from '../../odoo/client/odoo-errors';
import { ShopifyBulkFailed, ShopifyError } from '../../shopify/shopify-error';
import { findingOfError, unexpected } from '../finding-of-error';
import type { Outcome } from '../outcome';
import { PersonNeeded } from '../person-needed';
import type { Progress } from '../progress';
import type { ShopContext } from '../shop-context';
import type { BackfillStep } from './backfill-part';
import { countHistory } from './count-history';
import { postHistory } from './post-history';

/**
 * Does a part of bringing a shop's history to Odoo: counts it, or posts it, as its row says. All that was reached is in
 * the database, so any process goes on from there at any time.
 */
export async function workOnBackfill(
  context: ShopContext,
  run: RunRecord,
  progress: Progress,
): Promise<Outcome> {
  const backfill = await openBackfill(context.database, context.shop.id);
  if (!backfill) return { kind: 'nothing-to-do', values: {} };
  let step: BackfillStep;
  try {
    step = await work(context, backfill, progress);
  } catch (error) {
    // It never ends well: the next try starts another.
    if (error instanceof ShopifyBulkFailed)
      await noteBulkStarted(context.database, context.shop.id, backfill.id, null);
    if (passes(error)) throw error;
    const findings = error instanceof PersonNeeded ? error.findings : [findingOfError(error)];
    const problem = findings[0] ?? unexpected(run.id);
    await pauseForPerson(context.database, context.shop.id, backfill.id, problem);
    if (!findings[0] || isBug(error)) throw error;
    return { kind: 'person', findings: findings.flatMap((one) => one ?? []) };
  }
  if (step === 'more') return { kind: 'more', afterSeconds: 0 };
  if (step === 'shopify-works') return { kind: 'more', afterSeconds: 3 };
  return { kind: 'done', values: { orders: backfill.done } };
}

/** Tried again by itself, without anybody. All else puts the history aside: a person goes on with it once it is solved. */
function passes(error: unknown): boolean {
  if (error instanceof ShopifyError || error instanceof OdooError) return error.verdict === 'again-later';
  return isDatabaseAway(error);
}

function isBug(error: unknown): boolean {
  return (error instanceof ShopifyError || error instanceof OdooError) && error.verdict === 'bug';
}

function work(context: ShopContext, backfill: BackfillRecord, progress: Progress): Promise<BackfillStep> {
  switch (backfill.state) {
    case 'counting':
      return countHistory(context, backfill, progress);
    case 'posting':
      return postHistory(context, backfill, progress);
    default:
      return Promise.resolve('ended');
  }
}
