import { joinDays } from '../database/day-documents';
import { joinerOf } from './orders/joiner-of';
import { makeDayDocuments, type MadeDays } from './orders/make-day-documents';
import { openOrderDesk } from './orders/order-desk';
import { syncEachBatch } from './orders/sync-orders';
import type { PayoutPlan } from './plan-payout';
import type { Progress } from './progress';
import type { ShopContext } from './shop-context';

/** Makes the documents of the days that a payout's orders wait for, with all else that waits for those days. */
export async function makeDaysOfPlan(
  context: ShopContext,
  { forDay, orders }: PayoutPlan,
  progress: Progress,
): Promise<MadeDays> {
  const { database, shop, now } = context;
  const joiners = forDay.flatMap((document) => {
    const known = orders.get(document.order.id);
    return known ? [joinerOf(document, known.order, shop.timeZone)] : [];
  });
  await joinDays(database, shop.id, joiners);
  const desk = await openOrderDesk(context);
  const bring = (nodes: ReadonlyMap<string, unknown>) =>
    syncEachBatch(context, desk, nodes, {
      asked: 'all',
      verify: new Set(),
      look: { at: now(), told: new Map() },
      progress,
    });
  return makeDayDocuments(context, desk, bring, progress);
}
