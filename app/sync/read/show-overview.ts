import type { Database } from '../../database/client';
import { orderCounts } from '../../database/order-list';
import type { OverviewView } from '../../views/mapping-view';
import { orderStates } from '../../views/order-view';
import { payoutStates } from '../../views/payout-view';
import type { Places } from './finding-view';
import { showConnection } from './show-connection';

/** The figures of the home page. */
export async function showOverview(
  database: Database,
  shop: { readonly id: string; readonly domain: string; readonly name: string | null },
  places: Places,
): Promise<OverviewView> {
  const [connection, groups, orders, unmapped] = await Promise.all([
    showConnection(database, shop.id, places),
    database.payout.groupBy({ by: ['state'], where: { shopId: shop.id }, _count: { _all: true } }),
    orderCounts(database, shop.id, {}),
    database.finding.groupBy({
      by: ['objectId'],
      where: { shopId: shop.id, kind: 'tax-unmapped', resolvedAt: null },
    }),
  ]);
  const counted = new Map(groups.map((group) => [group.state, group._count._all]));
  return {
    connection,
    counts: Object.fromEntries(payoutStates.map((state) => [state, counted.get(state) ?? 0])),
    orderCounts: Object.fromEntries(orderStates.map((state) => [state, orders.get(state) ?? 0])),
    unmappedTaxes: unmapped.length,
    shopName: shop.name ?? shop.domain,
  };
}
