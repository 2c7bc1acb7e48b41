import { afterEach, expect, it, describe } from 'vitest';
import { requestRun } from '~/jobs/request-run';
import { tasks } from '~/jobs/tasks';
import { openWorld, type World } from '~test/support/klopt-world';
import { choose, idOf } from '~test/support/orders-of-world';
import { aShop } from '~test/support/shop-story';

describe('Products that Odoo does not have and the merchant has made', () => {
  let world: World;
  afterEach(() => world.stop());

  it('are made of orders that are posted, and of none beside them', async () => {
    const shop = aShop().sells(1001).sells(1002).sells(1003);
    Object.assign(shop.order(1003).json, { test: true });
    world = await openWorld({ state: shop.state() });
    await choose(world, { 'start-date': '2026-10-01', 'product-unmatched': 'make' });
    const skus = () =>
      world.odoo
        .records('product.product', [], ['default_code'])
        .map((row) => String(row.default_code))
        .toSorted();
    const before = skus();
    const poll = await requestRun(world.task, world.shopId, 'discover-orders');
    await tasks['discover-orders']?.({ runId: poll.id }, world.task);
    await world.syncOrders([idOf(1001)]);
    expect(await world.orders()).toEqual({
      '#1001': 'posted',
      '#1002': 'new: not-automatic',
      '#1003': 'left-out: test',
    });
    const sold = shop.order(1001).lines.map(({ product: { sku } }) => sku);
    expect(skus()).toEqual([...before, ...sold].toSorted());
  });
});
