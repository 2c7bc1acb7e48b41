import type { Finding } from '../../accounting/finding';
import { daysToMake, daysToTell } from '../../database/day-documents';
import { inChunks } from '../../odoo/loading/in-chunks';
import type { Progress } from '../progress';
import type { ShopContext } from '../shop-context';
import { daysAtOnce, makeDays } from './make-days';
import { tellOrders } from './tell-orders-of-day';
import type { OrderDesk } from './order-desk';
import { todayIn } from '../today-in';

export interface MadeDays {
  readonly documents: number;
  /** The time was up (`until`, as of Date.now()) before all were made. */
  readonly more: boolean;
  /** Of documents that were not made. */
  readonly findings: readonly Finding[];
}

/**
 * Makes the documents of all days that are over, tells their orders, and registers their payments (`bring` takes orders as
 * Shopify said them). What each document holds was written before; so a run that dies here is gone on with from the same.
 */
export async function makeDayDocuments(
  context: ShopContext,
  desk: OrderDesk,
  bring: (nodes: ReadonlyMap<string, unknown>) => Promise<unknown>,
  progress: Progress,
  until = Infinity,
): Promise<MadeDays> {
  const { database, shop } = context;
  const today = todayIn(context);
  const refused = new Map<string, readonly Finding[]>();
  let documents = 0;
  for (;;) {
    const waiting = (await daysToMake(database, shop.id, today)).filter(({ key }) => !refused.has(key));
    for (const records of inChunks(waiting, daysAtOnce)) {
      if (Date.now() >= until) return { documents, more: true, findings: [...refused.values()].flat() };
      const made = await makeDays(context, desk, records, progress);
      documents += made.documents;
      for (const [key, findings] of made.refused) refused.set(key, findings);
    }
    const toTell = await daysToTell(database, shop.id);
    for (const record of toTell) {
      if (Date.now() >= until) return { documents, more: true, findings: [...refused.values()].flat() };
      await tellOrders(context, record, bring);
    }
    if (waiting.length === 0 && toTell.length === 0) break;
  }
  return { documents, more: false, findings: [...refused.values()].flat() };
}
