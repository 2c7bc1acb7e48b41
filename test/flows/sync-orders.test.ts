import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mappingsOf, saveMappings } from '~/database/mappings';
import { countOfEntries } from '~test/support/books-of-klopt';
import { openWorld, type World } from '~test/support/klopt-world';
import { orderNumberBase } from '~test/trade-wins/made-order';
import { aShop } from '~test/support/shop-story';

const story = () =>
  aShop().sells(1001).sells(1002, { units: 3 }).sells(1003).refunds(1001, { shipping: true }).pays(71);
const idOf = (number: number) => String(orderNumberBase + number);

const choose = (world: World, settings: Record<string, string>) =>
  saveMappings(
    world.test.database,
    world.shopId,
    Object.entries(settings).map(([key, value]) => ({ kind: 'setting' as const, key, target: { value } })),
  );

describe.each([17, 19] as const)('Bringing orders to Odoo %s', (version) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ state: story().state(), odoo: version });
    await choose(world, { 'start-date': '2026-10-01' });
  });
  afterAll(() => world.stop());

  it('finds them by the poll, and posts none while they are not to come by themselves', async () => {
    const before = countOfEntries(world.odoo);
    await world.pollOrders();
    expect(await world.orders()).toEqual({
      '#1001': 'new: not-automatic',
      '#1002': 'new: not-automatic',
      '#1003': 'new: not-automatic',
    });
    expect(countOfEntries(world.odoo)).toBe(before);
  });

  it('posts the one that a person asks for, its refund with it', async () => {
    const run = await world.syncOrders([idOf(1001)]);
    expect(run).toMatchObject({ state: 'done' });
    expect(await world.orders()).toMatchObject({ '#1001': 'posted', '#1002': 'new: not-automatic' });
    expect(await world.orderFindings(idOf(1001))).toEqual([]);
  });

  it('changes nothing when it is asked for again', async () => {
    const before = countOfEntries(world.odoo);
    await world.syncOrders([idOf(1001)]);
    expect(countOfEntries(world.odoo)).toBe(before);
    expect(await world.orders()).toMatchObject({ '#1001': 'posted' });
  });

  it('posts all that wait once they come by themselves', async () => {
    await choose(world, { 'orders-automatic': 'yes' });
    expect(await mappingsOf(world.test.database, world.shopId)).not.toEqual([]);
    await world.syncOrders();
    expect(await world.orders()).toEqual({ '#1001': 'posted', '#1002': 'posted', '#1003': 'posted' });
  });

  it('leaves the payout to settle what the orders made', async () => {
    const before = await world.test.database.binding.count({ where: { kind: 'document' } });
    await world.discover();
    expect(await world.sync('71')).toMatchObject({ state: 'done', outcome: { key: 'posted' } });
    expect(await world.test.database.binding.count({ where: { kind: 'document' } })).toBe(before);
    expect(await world.payout('71')).toMatchObject({ state: 'posted', proof: { holds: true } });
  });
});

describe('A payout whose orders nobody brought before', () => {
  it('makes their documents, and the list of orders shows them', async () => {
    const world = await openWorld({ state: story().state() });
    try {
      await world.pollOrders();
      await world.discover();
      expect(await world.sync('71')).toMatchObject({ state: 'done' });
      expect(await world.orders()).toEqual({ '#1001': 'posted', '#1002': 'posted', '#1003': 'posted' });
    } finally {
      await world.stop();
    }
  });
});
