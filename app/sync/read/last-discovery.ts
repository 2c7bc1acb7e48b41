import type { Finding } from '../../accounting/finding';
import type { Database } from '../../database/client';
import type { PayoutPage } from '../../views/payout-view';
import { findingView, type Places } from './finding-view';

/** When Shopify was last asked for payouts (or orders, or orders were last brought to Odoo), and what was in the way. */
export async function lastDiscovery(
  database: Database,
  shopId: string,
  places: Places,
  kind: 'discover-payouts' | 'discover-orders' | 'sync-orders' = 'discover-payouts',
): Promise<PayoutPage['lastDiscovery']> {
  const run = await database.run.findFirst({
    where: { shopId, kind, finishedAt: { not: null } },
    orderBy: { createdAt: 'desc' },
    select: { finishedAt: true, state: true, message: true },
  });
  if (!run?.finishedAt) return null;
  const problem = (run.message as { finding?: Finding } | null)?.finding;
  return { at: run.finishedAt.toISOString(), problem: problem ? findingView(problem, places) : null };
}
