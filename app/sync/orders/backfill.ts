import type { Finding } from '../../accounting/finding';
import { noteBulkStarted, pauseForPerson } from '../../database/backfill-orders';
import { openBackfill, type BackfillRecord } from '../../database/backfills';
import type { RunRecord } from '../../database/runs';
import { OdooError } from '../../odoo/client/odoo-errors';
import { ShopifyBulkFailed, ShopifyError } from '../../shopify/shopify-error';
import { findingOfError } from '../finding-of-error';
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
  _run: RunRecord,
  progress: Progress,
): Promise<Outcome> {
  const backfill = await openBackfill(context.database, context.shop.id);
  if (!backfill) return { kind: 'nothing-to-do', values: {} };
  let step: BackfillStep;
  try {
    step = await work(context, backfill, progress);
  } catch (error) {
    const findings = findingsFor(error);
    const [first] = findings;
    if (!first) throw error;
    if (error instanceof ShopifyBulkFailed) await noteBulkStarted(context.database, backfill.id, null);
    await pauseForPerson(context.database, backfill.id, first);
    return { kind: 'person', findings };
  }
  if (step === 'more') return { kind: 'more', afterSeconds: 0 };
  if (step === 'shopify-works') return { kind: 'more', afterSeconds: 3 };
  return { kind: 'done', values: { orders: backfill.done } };
}

/** What a person has to do first; empty for an error that passes by itself, or is our own. */
function findingsFor(error: unknown): readonly Finding[] {
  if (error instanceof PersonNeeded) return error.findings;
  const passes = !(error instanceof ShopifyError || error instanceof OdooError) || error.verdict !== 'person';
  const finding = passes ? undefined : findingOfError(error);
  return finding ? [finding] : [];
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
