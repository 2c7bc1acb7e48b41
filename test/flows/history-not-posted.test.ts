import { afterEach, describe, expect, it } from 'vitest';
import { stopBackfill } from '~/jobs/request-backfill';
import { historyOf } from '~test/support/history-of-world';
import { openWorld, type World } from '~test/support/klopt-world';
import { choose, documentsInOdoo, idOf } from '~test/support/orders-of-world';
import { aShop } from '~test/support/shop-story';

let world: World;
afterEach(() => world.stop());

const history = historyOf(() => world);

/** A history of two orders of November and one of September is counted, before the poll has looked for the first time. */
const counted = async (automatic: 'yes' | 'no') => {
  const shop = aShop().sells(1001).sells(1002).sells(1003, { at: '2026-09-15T10:00:00Z' });
  world = await openWorld({ state: shop.state() });
  await choose(world, { 'start-date': '2026-11-01', 'orders-automatic': automatic });
  await history.count();
  expect(documentsInOdoo(world)).toEqual({});
};
const stop = async () => stopBackfill(world.task, world.shopId, (await history.now()).id);
const rowOf = (number: number) =>
  world.test.database.order.findFirstOrThrow({ where: { orderId: idOf(number) } });

describe('Orders that a history counted and did not post', () => {
  it('come as the poll brings them where it was stopped and orders come by themselves', async () => {
    await counted('yes');
    await stop();
    await world.pollOrders();
    expect(documentsInOdoo(world)).toEqual({ '#1001': 1, '#1002': 1 });
    expect(await world.orders()).toMatchObject({ '#1001': 'posted', '#1002': 'posted' });
    expect(await rowOf(1001)).toMatchObject({ requestedBy: 'poll' });
    await world.pollOrders();
    expect(documentsInOdoo(world)).toEqual({ '#1001': 1, '#1002': 1 });
  });

  it('come so too while nobody has decided on it, and its posting finds them', async () => {
    await counted('yes');
    await world.pollOrders();
    expect(documentsInOdoo(world)).toEqual({ '#1001': 1, '#1002': 1 });
    await history.post();
    await history.parts();
    expect(documentsInOdoo(world)).toEqual({ '#1001': 1, '#1002': 1, '#1003': 1 });
    expect(new Set(Object.values(await world.orders()))).toEqual(new Set(['posted']));
  });

  it('stay where they are while orders do not come by themselves', async () => {
    await counted('no');
    await stop();
    await world.pollOrders();
    await world.pollOrders();
    expect(documentsInOdoo(world)).toEqual({});
    expect(await world.orders()).toMatchObject({
      '#1001': 'new: not-automatic',
      '#1002': 'new: not-automatic',
    });
  });
});
