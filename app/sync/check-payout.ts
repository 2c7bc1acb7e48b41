import { blocks } from '../accounting/finding';
import type { Outcome } from './outcome';
import { planPayout } from './plan-payout';
import type { Progress } from './progress';
import { recordCheck } from './record-check';
import type { ShopContext } from './shop-context';

/** Posting without its last step, for its findings: is the payout ready, or what does it need? */
export async function checkPayout(
  context: ShopContext,
  payoutId: string,
  progress: Progress,
): Promise<Outcome> {
  const plan = await planPayout(context, payoutId, progress);
  await recordCheck(context, plan);
  const blocking = plan.findings.filter(blocks);
  return blocking.length > 0 ? { kind: 'person', findings: blocking } : { kind: 'done', values: {} };
}
