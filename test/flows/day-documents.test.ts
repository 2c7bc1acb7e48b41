import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { beginRun, unfinishedRun } from '~/database/runs';
import { beginBackfill, postBackfill } from '~/jobs/request-backfill';
import { tasks } from '~/jobs/tasks';
import { syncPendingOrders } from '~/sync/orders/sync-orders';
import { noProgress } from '~/sync/progress';
import { setUpOrders } from '~test/demo/set-up-orders';
import { booksOfKlopt, countOfEntries, figure } from '~test/support/books-of-klopt';
import { openWorld, type World } from '~test/support/klopt-world';
import { choose, idOf, workOff } from '~test/support/orders-of-world';
import { perDay, posted, story } from '~test/support/days-of-world';
import { aShop } from '~test/support/shop-story';
import { generatePayout } from '~test/trade-wins/generate-payout';

const moves = [['move_type', 'in', ['out_invoice', 'out_refund']]] as const;

/** Every document with what is open on it, or its state while it is not posted. */
const documents = ({ odoo }: World) =>
  Object.fromEntries(
    odoo
      .records('account.move', moves, ['ref', 'state', 'amount_residual'])
      .map(({ ref, state, amount_residual: open }) => [
        String(ref),
        state === 'posted' ? figure(open) : state,
      ]),
  );
const names = ['2026-11-03 BE', '2026-11-03 NL', '2026-11-04 NL', '2026-11-04 NL-R'];
const closed = Object.fromEntries(names.map((name) => [name, '0.00']));

describe.each([17, 19] as const)('A document a day in Odoo %s', (version) => {
  const told = story();
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ state: told.state(), odoo: version });
    await choose(world, perDay);
  });
  afterAll(() => world.stop());

  it('is made for each country, of each day that is over in the shop’s time zone', async () => {
    await world.pollOrders();
    expect(Object.keys(documents(world)).sort()).toEqual(names);
    expect(await world.orders()).toEqual(posted);
  });

  it('names the orders that it holds, and is shown on each', async () => {
    const [first] = world.odoo.records(
      'account.move',
      [['ref', '=', '2026-11-03 NL']],
      ['narration', 'name'],
    );
    expect(String(first?.narration)).toMatch(/#1001 agreement_\d+, #1003 agreement_\d+/);
    const bindings = await world.test.database.binding.findMany({
      where: { kind: 'document', orderId: idOf(1003) },
    });
    expect(bindings.map(({ name }) => name)).toEqual([first?.name]);
  });

  it('is for the generic customer, of whom there is one', () => {
    const partners = world.odoo.records('account.move', moves, ['partner_id']).map((row) => row.partner_id);
    expect(new Set(partners.map((partner) => JSON.stringify(partner))).size).toBe(1);
  });

  it('stays as it is when orders are asked for again', async () => {
    const before = countOfEntries(world.odoo);
    await world.syncOrders([1001, 1002, 1003, 1004].map(idOf));
    expect(countOfEntries(world.odoo)).toBe(before);
    expect(await world.orders()).toEqual(posted);
  });

  it('is settled by the payout, a transaction each, and proven', async () => {
    await world.discover();
    expect(await world.sync('71')).toMatchObject({ state: 'done', outcome: { key: 'posted' } });
    expect(await world.findings('71')).toEqual([]);
    expect(await world.payout('71')).toMatchObject({ state: 'posted', proof: { holds: true } });
    expect(documents(world)).toEqual(closed);
  });

  it('is followed by a second of its day for an order that comes late, made for the payout that waits for it', async () => {
    told.sells(1005, { at: '2026-11-03T12:00:00Z' }).pays(72, { day: '2026-11-12' });
    world.shopify.setState(told.state());
    await world.discover();
    expect(await world.payout('72')).toMatchObject({ state: 'ready' });
    expect(await world.sync('72')).toMatchObject({ state: 'done', outcome: { key: 'posted' } });
    expect(await world.payout('72')).toMatchObject({ state: 'posted', proof: { holds: true } });
    expect(documents(world)).toEqual({ ...closed, '2026-11-03 NL-2': '0.00' });
  });

  it('stands when the merchant goes back to a document an order: only what is new follows', async () => {
    await choose(world, { 'documents-per': 'order' });
    told.sells(1006, { at: '2026-11-03T13:00:00Z' }).pays(73, { day: '2026-11-13' });
    world.shopify.setState(told.state());
    await world.discover();
    const again = await world.sync('71');
    expect(again).toMatchObject({ state: 'nothing-to-do' });
    expect(await world.sync('73')).toMatchObject({ state: 'done', outcome: { key: 'posted' } });
    expect(documents(world)).toEqual({ ...closed, '2026-11-03 NL-2': '0.00', '#1006': '0.00' });
    expect(await world.payout('71')).toMatchObject({ state: 'posted', proof: { holds: true } });
  });

  it.each(['day', 'order'])(
    'is found again where our records were lost, by what it says it holds; now one a %s',
    async (per) => {
      await choose(world, { 'documents-per': per });
      const { database } = world.test;
      const before = { books: booksOfKlopt(world.odoo), entries: countOfEntries(world.odoo) };
      await database.dayDocument.deleteMany();
      await database.binding.deleteMany();
      await database.shop.updateMany({ data: { settings: {} } });
      await world.pollOrders();
      await world.syncOrders([1001, 1002, 1003, 1004, 1005].map(idOf));
      await workOff(world);
      expect(await world.sync('71')).toMatchObject({ state: 'nothing-to-do' });
      expect({ books: booksOfKlopt(world.odoo), entries: countOfEntries(world.odoo) }).toEqual(before);
      expect(await world.orders()).toMatchObject({ ...posted, '#1005': 'posted' });
      expect(await world.payout('71')).toMatchObject({ state: 'posted', proof: { holds: true } });
    },
  );
});

describe('A day that is not over', () => {
  let world: World;
  afterEach(() => world.stop());

  it('has no document: its orders wait, a payout of them says so, and the clock makes it', async () => {
    const now = new Date().toISOString();
    world = await openWorld({ state: aShop().sells(1001, { at: now }).pays(71).state() });
    await choose(world, perDay);
    await world.pollOrders();
    expect(await world.orders()).toEqual({ '#1001': 'new: day-open' });
    expect(documents(world)).toEqual({});
    await world.discover();
    await world.sync('71');
    expect(await world.findings('71')).toEqual(['day-open']);
    const { run } = await beginRun(world.test.database, world.shopId, 'sync-orders');
    const tomorrow = { ...(await world.context()), now: () => new Date(Date.now() + 24 * 3600_000) };
    expect(await syncPendingOrders(tomorrow, run, noProgress)).toMatchObject({ kind: 'done' });
    expect(await world.orders()).toEqual({ '#1001': 'posted' });
  });
});

describe('A document a day, of a shop with other ways to pay and a history', () => {
  let world: World;
  afterEach(() => world.stop());

  it('is settled by payments that come without a feed, each by itself', async () => {
    const bank = { gateway: 'Bank Deposit' } as const;
    world = await openWorld({
      state: aShop().sells(1001, bank).sells(1002, bank).sells(1003).pays(71).state(),
    });
    await setUpOrders(await world.context());
    await choose(world, perDay);
    await world.pollOrders();
    expect(await world.orders()).toEqual({ '#1001': 'posted', '#1002': 'posted', '#1003': 'posted' });
    expect(await world.test.database.binding.count({ where: { kind: 'payment' } })).toBe(2);
    await world.discover();
    expect(await world.sync('71')).toMatchObject({ state: 'done', outcome: { key: 'posted' } });
    expect(documents(world)).toEqual({ '2026-11-03 NL': '0.00' });
  });

  it('is one a day also where a history is brought in batches', async () => {
    world = await openWorld({ state: generatePayout({ charges: 230, refunds: 3 }) });
    await choose(world, { 'documents-per': 'day' });
    const { task, shopId, test } = world;
    const { id } = await beginBackfill(task, shopId, { reach: 'all' });
    world.shopify.faults.bulkPolls = 1;
    const through = async () => {
      for (;;) {
        const run = await unfinishedRun(test.database, shopId, 'backfill', undefined);
        const verdict = run && (await tasks.backfill?.({ runId: run.id }, task));
        if (verdict?.kind !== 'more') return;
      }
    };
    await through();
    await postBackfill(task, shopId, id);
    await through();
    const backfill = await test.database.backfill.findUniqueOrThrow({ where: { id } });
    expect(backfill).toMatchObject({ state: 'done', done: 230 });
    expect(Object.keys(documents(world)).filter((name) => /-R?\d+$/.test(name.slice(10)))).toEqual([]);
    expect(await test.database.order.count({ where: { shopId, state: 'posted' } })).toBe(230);
    expect(await test.database.dayDocument.count({ where: { state: { not: 'done' } } })).toBe(0);
  });
});
