import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  beginBackfill,
  pauseBackfill,
  postBackfill,
  resumeBackfill,
  stopBackfill,
} from '~/jobs/request-backfill';
import { requestOrderSync } from '~/jobs/request-order-sync';
import { requestRun } from '~/jobs/request-run';
import { requestSync } from '~/jobs/request-sync';
import { lookAtOrdersAgain } from '~/jobs/look-at-orders-again';
import { listOrders } from '~/sync/read/list-orders';
import { listPayouts } from '~/sync/read/list-payouts';
import { showHistory } from '~/sync/read/show-backfill';
import { showOrder } from '~/sync/read/show-order';
import { showPayout } from '~/sync/read/show-payout';
import { closeShop, forgetCustomer } from '~/sync/forget-shop';
import { historyOf } from '~test/support/history-of-world';
import { openWorld, type World } from '~test/support/klopt-world';
import { choose, idOf, workOff } from '~test/support/orders-of-world';
import { watchedForShop } from '~test/support/queries-without-shop';
import { aShop } from '~test/support/shop-story';

const places = { shopHandle: 'trade-wins' };

describe('Every query about what is a shop’s', () => {
  let world: World;
  let without: ReadonlySet<string>;
  const shop = aShop().sells(1001).sells(1002).refunds(1002).pays(71);
  beforeAll(async () => {
    world = await openWorld({ state: shop.sells(1003, { gateway: 'Bank Deposit' }).state() });
    const watched = watchedForShop(world.test.database);
    without = watched.without;
    Object.assign(world.task, { database: watched.database });
  });
  afterAll(() => world.stop());

  const work = () => workOff(world);
  const { part } = historyOf(() => world);
  const workOnHistory = async () => {
    while ((await part(world.task.database))?.kind === 'more');
  };

  it('says of which: a payout', async () => {
    const { database } = world.task;
    await requestRun(world.task, world.shopId, 'discover-payouts');
    await work();
    await requestSync(world.task, world.shopId, '71');
    await work();
    await listPayouts(database, world.shopId, places);
    expect(await showPayout(database, world.shopId, places, '71')).toMatchObject({ state: 'posted' });
    expect([...without]).toEqual([]);
  });

  it('says of which: orders, with a document each and with one a day', async () => {
    const { database } = world.task;
    await choose(world, { 'start-date': '2026-10-01' });
    await requestRun(world.task, world.shopId, 'discover-orders');
    await work();
    await choose(world, { 'documents-per': 'day' });
    await requestOrderSync(world.task, world.shopId, 'all');
    await work();
    await lookAtOrdersAgain(world.task, world.shopId, [{ kind: 'setting', key: 'start-date' }]);
    await work();
    await listOrders(database, { id: world.shopId, timeZone: null }, places);
    await showOrder(database, { id: world.shopId, timeZone: null }, places, idOf(1003));
    expect(await world.test.database.dayDocument.findMany()).toMatchObject([{ state: 'done' }]);
    expect([...without]).toEqual([]);
  });

  it('says of which: a history', async () => {
    const { database } = world.task;
    const { id } = await beginBackfill(world.task, world.shopId, { reach: 'all' });
    await workOnHistory();
    await pauseBackfill(world.task, world.shopId, id);
    await resumeBackfill(world.task, world.shopId, id);
    await workOnHistory();
    await postBackfill(world.task, world.shopId, id);
    await workOnHistory();
    await stopBackfill(world.task, world.shopId, id);
    expect((await showHistory(database, world.shopId, places)).past).toMatchObject([{ state: 'done' }]);
    expect([...without]).toEqual([]);
  });

  it('says of which: a customer and a shop that are to be forgotten', async () => {
    const { database } = world.task;
    await forgetCustomer(database, world.domain, [idOf(1001)]);
    await closeShop(database, world.domain, new Date());
    expect([...without]).toEqual([]);
  });
});
