import { afterEach, expect, it } from 'vitest';
import { saveMappings } from '~/sync/save-mappings';
import { openWorld, type World } from '~test/support/klopt-world';
import { aShop } from '~test/support/shop-story';

let world: World;
afterEach(() => world.stop());

const from = async (day: string) => {
  const change = { kind: 'setting', key: 'start-date', target: { value: day } } as const;
  expect(await saveMappings(await world.context(), [change])).toEqual({});
  await world.pollOrders();
  return Object.keys(await world.orders()).sort();
};

it('an earlier start date brings the orders from then on, although the poll has passed them', async () => {
  const shop = aShop().sells(1001, { at: '2026-09-01T10:00:00Z' }).sells(1002);
  world = await openWorld({ state: shop.state() });
  expect(await from('2026-11-01')).toEqual(['#1002']);
  expect(await from('2026-08-01')).toEqual(['#1001', '#1002']);
});
