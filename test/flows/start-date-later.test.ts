import { afterEach, expect, it } from 'vitest';
import { openWorld, type World } from '~test/support/klopt-world';
import { lookAtOrdersAgain } from '~/jobs/look-at-orders-again';
import { choose, idOf, workOff } from '~test/support/orders-of-world';
import { aShop } from '~test/support/shop-story';

let world: World;
afterEach(() => world.stop());

it('a payout settles what Klopt posted itself, also when the start date was moved past it', async () => {
  const shop = aShop()
    .sells(1001, { at: '2026-11-03T10:00:00Z' })
    .sells(1002, { at: '2026-11-05T10:00:00Z' })
    .pays(71);
  world = await openWorld({ state: shop.state() });
  await choose(world, { 'start-date': '2026-10-01', 'orders-automatic': 'yes' });
  await world.pollOrders();
  await choose(world, { 'start-date': '2026-11-04' });
  await world.discover();
  expect(await world.sync('71')).toMatchObject({ state: 'done' });
  expect(await world.findings('71')).toEqual([]);
  const invoices = [['move_type', '=', 'out_invoice']] as const;
  const open = world.odoo.records('account.move', invoices, ['amount_residual']);
  expect(open.map((row) => row.amount_residual)).toEqual([0, 0]);
});

it('a payment that waits for its journal still does, also when the start date was moved past it', async () => {
  const shop = aShop().sells(1001, { at: '2026-11-03T10:00:00Z', gateway: 'Bank Deposit' });
  world = await openWorld({ state: shop.state() });
  await choose(world, { 'start-date': '2026-10-01', 'orders-automatic': 'yes' });
  await world.pollOrders();
  expect(await world.orderFindings(idOf(1001))).toEqual(['gateway-unmapped']);
  for (const date of ['2026-12-01', '2026-10-01']) {
    await choose(world, { 'start-date': date });
    await lookAtOrdersAgain(world.task, world.shopId, [{ kind: 'setting', key: 'start-date' }]);
    await workOff(world);
    expect(await world.orders()).toEqual({ '#1001': 'needs-attention' });
    expect(await world.orderFindings(idOf(1001))).toEqual(['gateway-unmapped']);
  }
});
