import { afterEach, describe, expect, it } from 'vitest';
import { requestRun } from '~/jobs/request-run';
import { tasks } from '~/jobs/tasks';
import { connectOdoo } from '~/sync/connect-odoo';
import { openShopContext } from '~/sync/open-shop-context';
import { setUpBooks } from '~test/demo/set-up-books';
import { addShop, type World } from '~test/support/klopt-world';
import {
  answering,
  choose,
  discoverOrders,
  documentsInOdoo,
  fiveOrders,
  idOf,
  openOrders,
  workOff,
} from '~test/support/orders-of-world';
import { aShop } from '~test/support/shop-story';

let world: World;
afterEach(() => world.stop());

describe('Shopify on a bad day, and two shops', () => {
  it.each(['throttle', 'down', 'html', 'dropAnswer'] as const)(
    'when it is %s for a moment, nobody notices',
    async (fault) => {
      world = await openOrders(fiveOrders());
      world.shopify.faults[fault] = 2;
      await discoverOrders(world);
      world.shopify.faults[fault] = 2;
      await workOff(world);
      expect(new Set(Object.values(await world.orders()))).toEqual(new Set(['posted']));
    },
  );

  it('an answer that is cut off is asked for again', async () => {
    world = await openOrders(fiveOrders());
    await discoverOrders(world);
    let cut = 0;
    const cutting = answering(world, (text) => (cut++ % 2 === 0 ? text.slice(0, text.length / 2) : text));
    const run = await requestRun(world.task, world.shopId, 'sync-orders');
    await tasks['sync-orders']?.({ runId: run.id }, { ...world.task, fetch: cutting });
    expect(cut).toBeGreaterThan(1);
    expect(new Set(Object.values(await world.orders()))).toEqual(new Set(['posted']));
    expect(new Set(Object.values(documentsInOdoo(world)))).toEqual(new Set([1]));
  });

  it('orders of the same number of two shops in one Odoo are each their own', async () => {
    const domain = 'tulip-shop.myshopify.com';
    world = await openOrders(fiveOrders(), [aShop(domain).sells(1001, { units: 4 })]);
    const other = await addShop(world.test, domain);
    await connectOdoo(world.test.database, world.secrets, other, world.login);
    const tokens = { [world.domain]: world.token, [domain]: world.shopify.issueToken(domain) };
    Object.assign(world.task, { accessToken: (shop: string) => Promise.resolve(tokens[shop]) });
    await setUpBooks(await openShopContext(world.task, other));
    await choose({ ...world, shopId: other }, { 'start-date': '2026-10-01', 'orders-automatic': 'yes' });
    for (const shopId of [world.shopId, other]) await requestRun(world.task, shopId, 'discover-orders');
    await workOff(world);
    const rows = await world.test.database.order.findMany({ where: { orderId: idOf(1001) } });
    expect(rows.map(({ shopId, state }) => [shopId, state])).toEqual(
      expect.arrayContaining([
        [world.shopId, 'posted'],
        [other, 'posted'],
      ]),
    );
    expect(rows[0]?.totalMinor).not.toBe(rows[1]?.totalMinor);
    expect(documentsInOdoo(world)['#1001']).toBe(2);
    expect(await world.test.database.order.count({ where: { shopId: other } })).toBe(1);
  });
});
