import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveMappings } from '~/database/mappings';
import { countOfEntries } from '~test/support/books-of-klopt';
import { openWorld, type World } from '~test/support/klopt-world';
import { aShop } from '~test/support/shop-story';
import { orderNumberBase } from '~test/trade-wins/made-order';

const story = () =>
  aShop()
    .sells(1001, { at: '2026-11-03T10:00:00Z' })
    .sells(1002, { at: '2026-11-03T22:30:00Z', units: 3 })
    .sells(1003, { at: '2026-11-03T23:30:00Z' })
    .refunds(1001, { at: '2026-11-04T10:00:00Z' })
    .pays(71);
const idOf = (number: number) => String(orderNumberBase + number);

const choose = (world: World, settings: Record<string, string>) =>
  saveMappings(
    world.test.database,
    world.shopId,
    Object.entries(settings).map(([key, value]) => ({ kind: 'setting' as const, key, target: { value } })),
  );

const invoices = ({ odoo }: World) =>
  odoo
    .records(
      'account.move',
      [['move_type', 'in', ['out_invoice', 'out_refund']]],
      ['ref', 'state', 'amount_total'],
    )
    .map(({ ref, state }) => `${String(ref)} ${String(state)}`)
    .sort();

/** What is open on each document, in cents. */
const openOf = ({ odoo }: World) =>
  Object.fromEntries(
    odoo
      .records('account.move', [['move_type', 'in', ['out_invoice', 'out_refund']]], ['ref', 'amount_residual'])
      .map(({ ref, amount_residual }) => [String(ref), BigInt(Math.round(Number(amount_residual) * 100))]),
  );

describe.each([17, 19] as const)('A document a day in Odoo %s', (version) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ state: story().state(), odoo: version });
    await choose(world, { 'start-date': '2026-10-01', 'orders-automatic': 'yes', 'documents-per': 'day' });
  });
  afterAll(() => world.stop());

  it('is made of each day that is over, in the shop’s time zone', async () => {
    await world.pollOrders();
    expect(invoices(world)).toEqual([
      '2026-11-03 NL posted',
      '2026-11-04 NL posted',
      '2026-11-04 NL-R posted',
    ]);
    expect(await world.orders()).toEqual({ '#1001': 'posted', '#1002': 'posted', '#1003': 'posted' });
  });

  it('changes nothing when orders are asked for again', async () => {
    const before = countOfEntries(world.odoo);
    await world.syncOrders([idOf(1001), idOf(1002), idOf(1003)]);
    expect(countOfEntries(world.odoo)).toBe(before);
    expect(await world.orders()).toEqual({ '#1001': 'posted', '#1002': 'posted', '#1003': 'posted' });
  });

  it('lets the payout settle each of its transactions, and proves it', async () => {
    await world.discover();
    expect(await world.sync('71')).toMatchObject({ state: 'done', outcome: { key: 'posted' } });
    expect(await world.findings('71')).toEqual([]);
    expect(await world.payout('71')).toMatchObject({ state: 'posted', proof: { holds: true } });
    expect(invoices(world)).toHaveLength(3);
    expect(openOf(world)).toEqual({ '2026-11-03 NL': 0n, '2026-11-04 NL': 0n, '2026-11-04 NL-R': 0n });
  });
});
