import { connectionOf } from '../database/connections';
import type { ShopContext } from './shop-context';

/** Checked at once at most; the oldest come first, as a bookkeeper closes them. The rest follow with the next look. */
const atMost = 50;

/** Payouts that nobody has looked into yet, where there is an Odoo to look with. */
export async function payoutsToCheck({ database, shop }: ShopContext): Promise<string[]> {
  if (!(await connectionOf(database, shop.id))) return [];
  const rows = await database.payout.findMany({
    where: {
      shopId: shop.id,
      OR: [
        { state: 'new', shopifyStatus: { in: ['paid', 'failed', 'canceled'] } },
        // Never ready; what it holds is shown all the same.
        { state: 'failed', fetchedAt: null },
      ],
    },
    orderBy: [{ issuedOn: 'asc' }, { payoutId: 'asc' }],
    take: atMost,
    select: { payoutId: true },
  });
  return rows.map(({ payoutId }) => payoutId);
}
