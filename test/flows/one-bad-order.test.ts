import { afterEach, describe, expect, it } from 'vitest';
import { askForOrders } from '~/database/orders';
import { requestRun } from '~/jobs/request-run';
import { tasks } from '~/jobs/tasks';
import type { World } from '~test/support/klopt-world';
import {
  answering,
  askedFor,
  before,
  discoverOrders,
  documentsInOdoo,
  idOf,
  openOrders,
  workOff,
} from '~test/support/orders-of-world';
import { aShop } from '~test/support/shop-story';

let world: World;
afterEach(() => world.stop());

describe('One bad order among fifty', () => {
  const fifty = () => {
    const shop = aShop();
    for (let number = 2001; number <= 2050; number += 1) shop.sells(number, { lines: 1 });
    return shop;
  };
  const others = async () =>
    Object.entries(await world.orders()).flatMap(([name, state]) => (state === 'posted' ? [] : [name]));

  it.each([
    ['a tax that nobody has mapped', 'tax-unmapped'],
    ['a sale of a kind that nobody knows', 'order-unreadable'],
  ] as const)('with %s is named and stops no other', async (_what, kind) => {
    const shop = fifty();
    const [agreement] = shop.order(2017).json.agreements;
    const sales = agreement?.['sales'] as Record<string, unknown>[];
    if (kind === 'tax-unmapped') {
      for (const sale of sales) {
        for (const { taxLine } of sale['taxes'] as { taxLine: Record<string, unknown> }[])
          Object.assign(taxLine, { title: 'Spice tax', rate: 0.17, ratePercentage: 17 });
      }
    } else Object.assign(shop.order(2017).json, { currencyCode: 'XXX' });
    world = await openOrders(shop);
    await world.pollOrders();
    expect(await others()).toEqual(['#2017']);
    expect(new Set(await world.orderFindings(idOf(2017)))).toEqual(new Set([kind]));
    expect(await askedFor(world)).toBe(0);
  });

  it.each([
    ['on which our program stumbles', new TypeError('a slip of ours')],
    [
      'that the database refuses',
      Object.assign(new Error('unsupported Unicode escape sequence'), { code: 'P2010' }),
    ],
  ])('%s is named and stops no other', async (_what, slip) => {
    world = await openOrders(fifty());
    const database = before(world.test.database, 'OrderSnapshot', 'createMany', (args) =>
      JSON.stringify(args).includes('"#2033"') ? Promise.reject(slip) : Promise.resolve(),
    );
    await discoverOrders(world);
    const run = await requestRun(world.task, world.shopId, 'sync-orders');
    await tasks['sync-orders']?.({ runId: run.id }, { ...world.task, database });
    expect(await others()).toEqual(['#2033']);
    expect(await world.orderFindings(idOf(2033))).toEqual(['unexpected-error']);
    expect(new Set(Object.values(documentsInOdoo(world)))).toEqual(new Set([1]));
    await world.syncOrders([idOf(2033)]);
    expect(await others()).toEqual([]);
  });

  it('whose answer Shopify spoils is named and stops no other', async () => {
    world = await openOrders(fifty());
    await discoverOrders(world);
    const spoiling = answering(world, (text) => {
      const answer = JSON.parse(text) as { data?: { nodes?: ({ id: string } | null)[] } };
      for (const node of answer.data?.nodes ?? [])
        if (node?.id.endsWith(idOf(2020))) Object.assign(node, { agreements: 'later' });
      return JSON.stringify(answer);
    });
    const run = await requestRun(world.task, world.shopId, 'sync-orders');
    await tasks['sync-orders']?.({ runId: run.id }, { ...world.task, fetch: spoiling });
    expect(await others()).toEqual(['#2020']);
    expect(await world.orderFindings(idOf(2020))).toEqual(['unexpected-error']);
    expect(await askedFor(world)).toBe(0);
  });

  it('costs Odoo next to nothing when all are asked for again', async () => {
    world = await openOrders(fifty());
    await world.pollOrders();
    const ids = (await world.test.database.order.findMany()).map(({ orderId }) => ({ orderId }));
    await askForOrders(world.test.database, world.shopId, ids, 'poll', new Date());
    world.odoo.clearCalls();
    await requestRun(world.task, world.shopId, 'sync-orders');
    await workOff(world);
    const calls = [...world.odoo.calls.values()].reduce((sum, count) => sum + count, 0);
    expect(
      [...world.odoo.calls.keys()].filter((name) => /\.(load|write|create|unlink|action_post)$/.test(name)),
    ).toEqual([]);
    expect(calls).toBeLessThan(20);
  });
});
