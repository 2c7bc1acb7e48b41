import { afterEach, describe, expect, it } from 'vitest';
import { ordersPolledUntil } from '~/database/shop-settings';
import { pollOrdersTask } from '~/jobs/poll-orders';
import { requestRun } from '~/jobs/request-run';
import { tasks } from '~/jobs/tasks';
import { countOfEntries } from '~test/support/books-of-klopt';
import type { World } from '~test/support/klopt-world';
import {
  answering,
  askedFor,
  choose,
  discoverOrders,
  documentsInOdoo,
  fiveOrders,
  idOf,
  openOrders,
  rowOf,
  workOff,
} from '~test/support/orders-of-world';
import { aShop } from '~test/support/shop-story';

let world: World;
afterEach(() => world.stop());

describe('The poll', () => {
  it('finds what webhooks missed, posts it, and asks for nothing twice while nothing changes', async () => {
    const shop = fiveOrders();
    world = await openOrders(shop);
    await world.pollOrders();
    expect(new Set(Object.values(await world.orders()))).toEqual(new Set(['posted']));
    const entries = countOfEntries(world.odoo);
    world.shopify.calls.length = 0;
    world.odoo.clearCalls();
    const again = await discoverOrders(world);
    expect(again).toMatchObject({ outcome: { values: { changed: 0 } } });
    expect(await workOff(world)).toEqual([]);
    expect(world.shopify.callCounts()).toEqual({ ChangedOrders: 1 });
    expect([...world.odoo.calls]).toEqual([]);
    // A refund that no webhook told of.
    world.shopify.setState(shop.refunds(1003, { at: '2026-11-20T10:00:00Z' }).state());
    expect(await discoverOrders(world)).toMatchObject({ outcome: { values: { changed: 1 } } });
    await workOff(world);
    expect(documentsInOdoo(world)).toMatchObject({ '#1003': 2, '#1001': 1 });
    expect(countOfEntries(world.odoo)).toBe(entries + 1);
    expect(await ordersPolledUntil(world.test.database, world.shopId)).toEqual(
      new Date('2026-11-20T10:00:00Z'),
    );
  });

  it('sees a change that Shopify’s search showed late, and one from a clock that is ahead', async () => {
    world = await openOrders(fiveOrders());
    await world.pollOrders();
    const ahead = Date.now() + 300_000;
    const at = (moment: number) => new Date(Math.floor(moment / 1000) * 1000).toISOString();
    world.shopify.changeOrder(idOf(1001), { at: at(ahead) });
    expect(await discoverOrders(world)).toMatchObject({ outcome: { values: { changed: 1 } } });
    await workOff(world);
    // Changed before that, and only found now.
    world.shopify.changeOrder(idOf(1002), { at: at(ahead - 540_000) });
    expect(await discoverOrders(world)).toMatchObject({ outcome: { values: { changed: 1 } } });
    await workOff(world);
    expect(await discoverOrders(world)).toMatchObject({ outcome: { values: { changed: 0 } } });
    expect(await askedFor(world)).toBe(0);
  });

  it('misses no order that changes while its pages are read, nor the rest where Shopify breaks off', async () => {
    const shop = aShop();
    for (let number = 2001; number <= 2260; number += 1) shop.sells(number, { lines: 1 });
    world = await openOrders(shop);
    await choose(world, { 'orders-automatic': 'no' });
    const changedAt = '2026-11-21T10:00:00Z';
    let pages = 0;
    const changing = answering(world, (text, body) => {
      if (!body.includes('ChangedOrders')) return text;
      pages += 1;
      if (pages === 1) world.shopify.changeOrder(idOf(2001), { at: changedAt });
      return text;
    });
    const run = await requestRun(world.task, world.shopId, 'discover-orders');
    world.shopify.faults.only = 'ChangedOrders';
    await tasks['discover-orders']?.({ runId: run.id }, { ...world.task, fetch: changing });
    expect(pages).toBe(2);
    expect(await askedFor(world)).toBe(260);
    // The second page does not come: the first is kept, and the rest is asked for next time.
    await world.test.database.order.deleteMany();
    await world.test.database.shop.updateMany({ data: { settings: {} } });
    await world.test.database.run.deleteMany();
    let count = 0;
    const breaking = answering(world, (text) => (++count === 1 ? text : '<html>502</html>'));
    const cut = await requestRun(world.task, world.shopId, 'discover-orders');
    await tasks['discover-orders']?.({ runId: cut.id }, { ...world.task, fetch: breaking });
    expect(await askedFor(world)).toBe(250);
    expect(await world.test.database.run.findUnique({ where: { id: cut.id } })).toMatchObject({
      state: 'waiting',
    });
    await tasks['discover-orders']?.({ runId: cut.id }, world.task);
    expect(await askedFor(world)).toBe(260);
    await workOff(world);
    expect(await rowOf(world, 2001)).toMatchObject({
      shopifyUpdatedAt: new Date(changedAt),
      pendingSince: null,
    });
  });

  it('comes as often as the merchant chose', async () => {
    world = await openOrders(fiveOrders());
    const polls = () => world.test.database.run.count({ where: { kind: 'discover-orders' } });
    const minutesLater = async (minutes: number) => {
      await world.test.database.run.updateMany({ data: { state: 'done', finishedAt: new Date() } });
      await world.test.pool.query(`UPDATE "Run" SET "createdAt" = "createdAt" - make_interval(mins => $1)`, [
        minutes,
      ]);
      await pollOrdersTask({}, world.task);
      return polls();
    };
    await pollOrdersTask({}, world.task);
    await pollOrdersTask({}, world.task);
    expect(await polls()).toBe(1);
    expect(await minutesLater(15)).toBe(1);
    expect(await minutesLater(15)).toBe(2);
    await choose(world, { 'poll-minutes': '60' });
    expect(await minutesLater(30)).toBe(2);
    expect(await minutesLater(30)).toBe(3);
    await choose(world, { 'poll-minutes': '15' });
    expect(await minutesLater(15)).toBe(4);
    await world.test.database.shop.updateMany({ data: { uninstalledAt: new Date() } });
    expect(await minutesLater(90)).toBe(4);
  });

  it('brings each order as far as the merchant chose, and says why not', async () => {
    const shop = fiveOrders().sells(1006, { at: '2026-09-15T10:00:00Z' }).sells(1007);
    shop.refunds(1006, { at: '2026-11-12T10:00:00Z' });
    const json = (number: number) => shop.order(number).json;
    const paid = json(1001).transactions;
    json(1001).transactions = [];
    Object.assign(json(1002), { test: true });
    json(1003).transactions = [];
    Object.assign(json(1003), { cancelledAt: '2026-11-04T10:00:00Z' });
    Object.assign(shop.sells(1008, { at: '2026-09-20T10:00:00Z' }).order(1008).json, {
      updatedAt: '2026-11-12T10:00:00Z',
    });
    world = await openOrders(shop);
    await world.pollOrders();
    expect(await world.orders()).toEqual({
      '#1001': 'new: status',
      '#1002': 'left-out: test',
      '#1003': 'left-out: cancelled-unpaid',
      '#1004': 'posted',
      '#1005': 'posted',
      '#1006': 'posted',
      '#1007': 'posted',
      '#1008': 'left-out: before-start',
    });
    // Of an order from before the start date, its refund and no more.
    expect(documentsInOdoo(world)['#1006']).toBe(1);
    json(1001).transactions = paid;
    Object.assign(json(1001), { updatedAt: '2026-11-20T10:00:00Z' });
    world.shopify.setState(shop.state());
    await world.pollOrders();
    expect(await world.orders()).toMatchObject({ '#1001': 'posted' });
  });

  it('leaves what a person does not want to come by itself, also a later change of it', async () => {
    const shop = fiveOrders();
    world = await openOrders(shop);
    await choose(world, { 'orders-automatic': 'no' });
    await world.pollOrders();
    expect(new Set(Object.values(await world.orders()))).toEqual(new Set(['new: not-automatic']));
    await world.syncOrders([idOf(1001)]);
    world.shopify.setState(shop.refunds(1001, { at: '2026-11-20T10:00:00Z' }).state());
    await world.pollOrders();
    expect(await world.orders()).toMatchObject({ '#1001': 'new: not-automatic' });
    expect(documentsInOdoo(world)).toEqual({ '#1001': 1 });
    await world.syncOrders();
    expect(documentsInOdoo(world)).toMatchObject({ '#1001': 2, '#1002': 1 });
  });
});
