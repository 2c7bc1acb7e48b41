import { connectionOf } from '../database/connections';
import { takeBackKey } from '../accounting/transfer-line';
import type { ShopContext } from './shop-context';

/**
 * Payouts that failed after their transfer was posted and that nobody took back yet. Read from what is kept, not from
 * what Shopify said a moment ago: so a process that dies in between forgets none. One that waits for a person waits.
 */
export async function payoutsToTakeBack({ database, shop }: ShopContext): Promise<string[]> {
  if (!(await connectionOf(database, shop.id))) return [];
  const failed = await database.payout.findMany({
    where: {
      shopId: shop.id,
      shopifyStatus: { in: ['failed', 'canceled'] },
      state: { in: ['posted', 'banked', 'failed'] },
      postedAt: { not: null },
    },
    orderBy: [{ issuedOn: 'asc' }, { payoutId: 'asc' }],
    select: { payoutId: true },
  });
  const ids = failed.map(({ payoutId }) => payoutId);
  const bindings = await database.binding.findMany({
    where: {
      shopId: shop.id,
      externalId: { in: ids.flatMap((id) => [`po_${id}`, takeBackKey(id)]) },
    },
    select: { externalId: true },
  });
  const bound = new Set(bindings.map(({ externalId }) => externalId));
  return ids.filter((id) => bound.has(`po_${id}`) && !bound.has(takeBackKey(id)));
}
