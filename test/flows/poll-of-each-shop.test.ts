import { afterEach, describe, expect, it } from 'vitest';
import { pollOrdersTask } from '~/jobs/poll-orders';
import { connectOdoo } from '~/sync/connect-odoo';
import { addShop, openWorld, type World } from '~test/support/klopt-world';
import { choose } from '~test/support/orders-of-world';
import { aShop } from '~test/support/shop-story';

const tulips = 'tulip-shop.myshopify.com';

describe('The clock’s poll of all shops', () => {
  let world: World;
  afterEach(() => world.stop());

  it('names in the log one whose settings cannot be read, and asks for the orders of the others', async () => {
    world = await openWorld({ state: aShop().sells(1001).state(), others: [aShop(tulips).state()] });
    const other = await addShop(world.test, tulips);
    await connectOdoo(world.test.database, world.secrets, other, world.login);
    await choose(world, { 'start-date': 'the first of November' });
    await pollOrdersTask({}, world.task);
    const polled = await world.test.database.run.findMany({ where: { kind: 'discover-orders' } });
    expect(polled.map(({ shopId }) => shopId)).toEqual([other]);
    expect(world.logged()).toMatch(/trade-wins\.myshopify\.com.*the first of November/);
  });
});
