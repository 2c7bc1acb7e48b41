import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookAtOrdersAgain } from '~/jobs/look-at-orders-again';
import { openWorld, type World } from '~test/support/klopt-world';
import { choose, documentsInOdoo, workOff } from '~test/support/orders-of-world';
import { aShop } from '~test/support/shop-story';

const today = () => new Date().toISOString();
const perDay = { 'start-date': '2026-10-01', 'orders-automatic': 'yes', 'documents-per': 'day' };
let world: World;

/** What a merchant does on the settings page. */
async function wantsDocumentsAnOrder(): Promise<void> {
  await choose(world, { 'documents-per': 'order' });
  await lookAtOrdersAgain(world.task, world.shopId, [{ kind: 'setting', key: 'documents-per' }]);
}

describe('Orders that wait for the end of their day, when the merchant goes back to a document an order', () => {
  const shop = () => aShop().sells(1001, { at: today() }).sells(1002, { at: today() });
  beforeEach(async () => {
    world = await openWorld({ state: shop().state() });
    await choose(world, perDay);
    await world.pollOrders();
    expect(await world.orders()).toEqual({ '#1001': 'new: day-open', '#1002': 'new: day-open' });
  });
  afterEach(() => world.stop());

  it('get documents of their own at once, and stand in no day’s when it ends', async () => {
    await wantsDocumentsAnOrder();
    await workOff(world);
    expect(await world.orders()).toEqual({ '#1001': 'posted', '#1002': 'posted' });
    expect(documentsInOdoo(world)).toEqual({ '#1001': 1, '#1002': 1 });
    expect(await world.test.database.dayMember.count()).toBe(0);
    await choose(world, { 'documents-per': 'day' });
    await world.syncOrders();
    expect(documentsInOdoo(world)).toEqual({ '#1001': 1, '#1002': 1 });
  });

  it('get theirs with the refund that comes next, never the credit note alone', async () => {
    await choose(world, { 'documents-per': 'order' });
    world.shopify.setState(shop().refunds(1001, { at: today() }).state());
    await world.pollOrders();
    expect((await world.orders())['#1001']).toBe('posted');
    expect(documentsInOdoo(world)).toEqual({ '#1001': 2, '#1002': 1 });
  });
});
