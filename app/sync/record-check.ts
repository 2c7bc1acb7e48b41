import { blocks } from '../accounting/finding';
import { replaceFindings } from '../database/findings';
import type { PayoutPlan } from './plan-payout';
import type { ShopContext } from './shop-context';
import type { PayoutState } from '../views/payout-view';

/** Keeps what a look into a payout found, and where it stands now; a posted payout stays posted. */
export async function recordCheck({ database, shop }: ShopContext, plan: PayoutPlan): Promise<void> {
  const { payout, findings } = plan;
  await replaceFindings(database, shop.id, payout.id, findings);
  // One statement: a run may post it between a question and an answer.
  const keeps: PayoutState[] = ['syncing', 'posted', 'banked'];
  await database.payout.updateMany({
    where: { shopId: shop.id, payoutId: payout.id, state: { notIn: keeps } },
    data: { state: stateOf(plan) },
  });
}

function stateOf({ payout, findings, takeBack }: PayoutPlan): PayoutState {
  const failed = payout.status === 'failed' || payout.status === 'canceled';
  // A transfer that could not be taken back waits for a person, not for the clock.
  if (failed) return takeBack && findings.some(blocks) ? 'needs-attention' : 'failed';
  const waits = findings.some(({ kind }) => kind === 'payout-not-final');
  if (waits) return 'new';
  return findings.some(blocks) ? 'needs-attention' : 'ready';
}
