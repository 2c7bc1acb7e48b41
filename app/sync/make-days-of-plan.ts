import type { Finding } from '../accounting/finding';
import { fixDaysOf } from '../database/day-documents';
import { inChunks } from '../odoo/loading/in-chunks';
import { joinersOf, joinTheirDays } from './orders/join-their-days';
import { daysAtOnce, makeDays } from './orders/make-days';
import type { PayoutPlan } from './plan-payout';
import type { Progress } from './progress';
import type { ShopContext } from './shop-context';
import { todayIn } from './today-in';

/**
 * Makes the documents of the days that a payout's orders wait for, as its preview shows them. All other days, and what the
 * orders of these need beside (a payment from elsewhere), are for the next run of orders.
 */
export async function makeDaysOfPlan(
  context: ShopContext,
  plan: PayoutPlan,
  progress: Progress,
): Promise<{ readonly documents: number; readonly findings: readonly Finding[] }> {
  const { database, shop } = context;
  const joiners = joinersOf(plan.forDay, plan.orders, shop.timeZone);
  await joinTheirDays(context, joiners, plan);
  const keys = joiners.map(({ member }) => member.key);
  const records = await fixDaysOf(database, shop.id, keys, todayIn(context));
  let documents = 0;
  const findings: Finding[] = [];
  for (const some of inChunks(records, daysAtOnce)) {
    const made = await makeDays(context, plan.work, some, progress);
    documents += made.documents;
    findings.push(...[...made.refused.values()].flat());
  }
  return { documents, findings };
}
