import { blocks } from '../accounting/finding';
import { replaceFindings } from '../database/findings';
import { findPayout, updatePayout } from '../database/payouts';
import type { PayoutPlan } from './plan-payout';
import type { ShopContext } from './shop-context';
import type { PayoutState } from './views/payout-view';

/** Keeps what a look into a payout found, and where it stands now; a posted payout stays posted. */
export async function recordCheck({ database, shop }: ShopContext, plan: PayoutPlan): Promise<void> {
  const { payout, findings } = plan;
  await replaceFindings(database, shop.id, payout.id, findings);
  const before = await findPayout(database, shop.id, payout.id);
  if (!before || before.state === 'syncing' || before.state === 'posted' || before.state === 'banked') return;
  await updatePayout(database, shop.id, payout.id, { state: stateOf(plan) });
}

function stateOf({ payout, findings }: PayoutPlan): PayoutState {
  if (payout.status === 'failed' || payout.status === 'canceled') return 'failed';
  const waits = findings.some(({ kind }) => kind === 'payout-not-final');
  if (waits) return 'new';
  return findings.some(blocks) ? 'needs-attention' : 'ready';
}
