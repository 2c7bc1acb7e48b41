import { previewPayout } from '../preview-payout';
import type { ShopContext } from '../shop-context';
import type { PreviewView } from '../../views/payout-view';
import { entryView, totalsByAccount } from './entry-view';
import { findingView, type Places } from './finding-view';

/** The entries that posting a payout makes, for reading. Totals are of the entries that do not stand in Odoo yet. */
export async function showPreview(
  context: ShopContext,
  places: Places,
  payoutId: string,
): Promise<PreviewView> {
  const { plan, entries, canPost } = await previewPayout(context, payoutId);
  return {
    entries: entries.map(({ entry, exists }) => entryView(entry, exists)),
    totals: totalsByAccount(entries.filter(({ exists }) => !exists).map(({ entry }) => entry)),
    findings: plan.findings.map((finding) => findingView(finding, places)),
    canPost,
  };
}
