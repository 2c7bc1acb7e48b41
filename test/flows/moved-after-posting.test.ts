import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '~test/support/klopt-world';
import { aShop } from '~test/support/shop-story';
import { orderNumberBase } from '~test/trade-wins/made-order';

const id = String(orderNumberBase + 1001);

describe('An order whose address is changed in Shopify after it was posted', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ state: aShop().sells(1001).state() });
    await world.pollOrders();
    await world.syncOrders([id]);
  });
  afterAll(() => world.stop());

  it('stays the sale that it was, and its refund belongs to the same country', async () => {
    expect(await world.orders()).toEqual({ '#1001': 'posted' });
    const moved = aShop().sells(1001).refunds(1001).state();
    for (const order of moved.orders ?? []) {
      for (const field of ['shippingAddress', 'billingAddress']) {
        const address = order[field] as Record<string, unknown> | null;
        if (address) order[field] = { ...address, countryCodeV2: 'FR', zip: '75001', city: 'Paris' };
      }
      order['updatedAt'] = '2026-11-20T10:00:00Z';
    }
    world.shopify.setState(moved);
    await world.syncOrders([id]);
    expect(await world.orderFindings(id)).toEqual([]);
    expect(await world.orders()).toEqual({ '#1001': 'posted' });
    const documents = await world.test.database.binding.count({
      where: { shopId: world.shopId, orderId: id, kind: 'document' },
    });
    expect(documents).toBe(2);
    const row = await world.test.database.order.findFirstOrThrow({ where: { orderId: id } });
    expect(row).toMatchObject({ country: 'NL' });
  });
});
