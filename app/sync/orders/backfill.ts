import { noteBulkStarted, pauseForPerson } from '../../database/backfill-orders';
import { openBackfill, type BackfillRecord } from '../../database/backfills';
import type { RunRecord } from '../../database/runs';
import { ShopifyBulkFailed } from '../../shopify/shopify-error';
import { findingsOfRun } from '../finding-of-error';
import { isBug, isPassing } from '../judge-error';
import type { Outcome } from '../outcome';
import type { Progress } from '../progress';
import type { ShopContext } from '../shop-context';
import type { BackfillStep } from './backfill-part';
import { cancelAbandonedBulks } from './cancel-abandoned-bulks';
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
  if (!backfill || backfill.state === 'counting') await cancelAbandonedBulks(context);
  if (!backfill) return { kind: 'nothing-to-do', values: {} };
  let step: BackfillStep;
  try {
    step = await work(context, backfill, progress);
  } catch (error) {
    // It never ends well: the next try starts another.
    if (error instanceof ShopifyBulkFailed)
      await noteBulkStarted(context.database, context.shop.id, backfill.id, null);
    // Tried again by itself. All else puts the history aside: a person goes on with it once it is solved.
    if (isPassing(error)) throw error;
    const findings = findingsOfRun(run.id, error);
    const [problem] = findings;
    if (problem) await pauseForPerson(context.database, context.shop.id, backfill.id, problem);
    if (isBug(error)) throw error;
    return { kind: 'person', findings };
  }
  if (step === 'more') return { kind: 'more', afterSeconds: 0 };
  if (step === 'shopify-works') return { kind: 'more', afterSeconds: 3 };
  return { kind: 'done', values: { orders: backfill.done } };
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
