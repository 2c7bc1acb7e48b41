import { describe, expect, it } from 'vitest';
import { findChangedOrders } from './find-changed-orders';
import { orderFromShopify } from './order-from-shopify';
import { readOrders } from './read-orders';
import { useBulkShop } from '../../test/support/bulk-shop';

const shop = useBulkShop();

describe('orders that changed', () => {
  it('come oldest change first, a page at a time, and a later change is found again', async () => {
    const pages = [];
    for await (const page of findChangedOrders(shop.api, { updatedFrom: '2026-10-05T00:00:00Z' }))
      pages.push(...page);
    expect(pages.length).toBeGreaterThan(0);
    const moments = pages.map(({ updatedAt }) => updatedAt);
    expect(moments).toEqual([...moments].sort());
    const at = '2026-11-30T10:00:00Z';
    shop.fake.changeOrder('1003', {
      at,
      transactions: [{ id: 'OrderTransaction/99', kind: 'REFUND', gateway: 'manual', amountSet: '2.10' }],
    });
    const { value } = await findChangedOrders(shop.api, { updatedFrom: at }).next();
    expect(value).toEqual([{ id: '1003', name: '#1003', updatedAt: at }]);
    const order = orderFromShopify((await readOrders(shop.api, ['1003'])).get('1003'));
    expect(order.financialStatus).toBe('partially-refunded');
    expect(order.totals?.outstanding?.minor).toBe(210n);
  });
});
