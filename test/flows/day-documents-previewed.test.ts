import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unfinishedRun } from '~/database/runs';
import { requestOrderSync } from '~/jobs/request-order-sync';
import { discoverOrders } from '~/sync/orders/discover-orders';
import { syncPendingOrders } from '~/sync/orders/sync-orders';
import { noProgress } from '~/sync/progress';
import { showPreview } from '~/sync/read/show-preview';
import { setUpOrders } from '~test/demo/set-up-orders';
import { booksOfKlopt, countOfEntries } from '~test/support/books-of-klopt';
import { openWorld, type World } from '~test/support/klopt-world';
import { choose, idOf, workOff } from '~test/support/orders-of-world';
import { previewedEntries } from '~test/support/previewed-entries';
import { aShop } from '~test/support/shop-story';

/** Of 3 November Belgium and the Netherlands, with one order that another payout brings and one that was paid by bank. */
const story = () =>
  aShop()
    .sells(1001, { at: '2026-11-03T10:00:00Z' })
    .sells(1002, { at: '2026-11-03T21:30:00Z', units: 3, to: 'BE' })
    .sells(1003, { at: '2026-11-03T12:00:00Z', gateway: 'Bank Deposit' })
    .refunds(1001, { at: '2026-11-04T10:00:00Z', shipping: true })
    .moves('RESERVED_FUNDS', -1500n)
    .pays(71)
    .sells(1004, { at: '2026-11-03T13:00:00Z' })
    .sells(1005, { at: '2026-11-05T13:00:00Z' })
    .pays(72);
const perDay = { 'start-date': '2026-10-01', 'documents-per': 'day' };

describe.each([17, 19] as const)(
  'The preview of a payout whose orders wait for days, in Odoo %s',
  (version) => {
    let world: World;
    const preview = async (payoutId: string) =>
      showPreview(await world.context(), { shopHandle: 'trade-wins' }, payoutId);
    /** Days that wait: their keys, and how many agreements are in each. */
    const days = async () =>
      Object.fromEntries(
        (await world.test.database.dayDocument.findMany({ include: { members: true } })).map(
          ({ key, state, members }) => [key, `${state} ${String(members.length)}`],
        ),
      );
    /** As on the evening of that day, when its document is not made yet. */
    const joinItsDay = async (order: number) => {
      const { test, task, shopId } = world;
      const evening = { ...(await world.context()), now: () => new Date('2026-11-03T20:00:00Z') };
      await discoverOrders(evening);
      await requestOrderSync(task, shopId, [idOf(order)]);
      const run = await unfinishedRun(test.database, shopId, 'sync-orders', undefined);
      if (!run) throw new Error('nobody asked for orders');
      await syncPendingOrders(evening, run, noProgress);
      await test.database.run.delete({ where: { id: run.id } });
    };
    beforeAll(async () => {
      world = await openWorld({ state: story().state(), odoo: version });
      await setUpOrders(await world.context());
      await choose(world, { ...perDay, 'orders-automatic': 'yes' });
      // The order paid by bank waits in its day before the payout is looked at; the day is over, and no clock has struck.
      await choose(world, { 'orders-automatic': 'no' });
      await world.discover();
    });
    afterAll(() => world.stop());

    it('shows the documents of the days that posting makes, and no other day', async () => {
      const shown = await preview('71');
      expect(shown).toMatchObject({ canPost: true, findings: [] });
      expect(shown.entries.map(({ key, exists }) => [key.replace(/^bt_\d+/, 'bt'), exists])).toEqual([
        ['day_2026-11-03_BE_EUR_invoice', false],
        ['day_2026-11-03_NL_EUR_invoice', false],
        ['day_2026-11-04_NL_EUR_credit-note', false],
        ...Array.from({ length: 4 }, () => ['bt', false]),
        ['po_71', false],
      ]);
    });

    it('writes nothing, neither to Odoo nor of which order is in which day', async () => {
      const before = countOfEntries(world.odoo);
      await preview('71');
      expect(countOfEntries(world.odoo)).toBe(before);
      expect(await days()).toEqual({});
    });

    it('is what posting makes: date, account, debit and credit of every item', async () => {
      const previewed = previewedEntries(await preview('71'));
      expect(await world.sync('71')).toMatchObject({ state: 'done', outcome: { key: 'posted' } });
      expect(booksOfKlopt(world.odoo)).toEqual(previewed);
      expect(await world.payout('71')).toMatchObject({ state: 'posted', proof: { holds: true } });
    });

    it('shows what stands already as standing, once it is posted', async () => {
      const { entries } = await preview('71');
      expect(entries.every(({ exists }) => exists)).toBe(true);
      expect(previewedEntries({ entries })).toEqual(booksOfKlopt(world.odoo));
    });

    it('is of what waits in a day already as well: an order that another asked for is in the document', async () => {
      await joinItsDay(1003);
      expect(await days()).toMatchObject({ 'day_2026-11-03_NL_EUR_invoice_2': 'open 1' });
      const before = booksOfKlopt(world.odoo);
      const previewed = previewedEntries(await preview('72'));
      expect(previewed.map(({ name }) => name)).toContain('day_2026-11-03_NL_EUR_invoice_2');
      expect(await world.sync('72')).toMatchObject({ state: 'done', outcome: { key: 'posted' } });
      const made = booksOfKlopt(world.odoo).filter(({ name }) => !before.some((one) => one.name === name));
      expect(made).toEqual(previewed);
      expect(await days()).toMatchObject({ 'day_2026-11-03_NL_EUR_invoice_2': 'posted 2' });
    });

    it('leaves to the run of orders that follows what else those orders need: a payment by bank', async () => {
      expect(await workOff(world)).toContain('sync-orders');
      expect(await world.orders()).toMatchObject({ '#1003': 'posted', '#1004': 'posted', '#1005': 'posted' });
      const payments = await world.test.database.binding.count({ where: { kind: 'payment' } });
      expect(payments).toBe(1);
    });
  },
);

describe('The preview of a payout whose day’s document somebody deleted in Odoo', () => {
  it('shows it as it was, and posting makes it again', async () => {
    const world = await openWorld({ state: story().state() });
    await setUpOrders(await world.context());
    await choose(world, { ...perDay, 'orders-automatic': 'yes' });
    await world.pollOrders();
    const there = booksOfKlopt(world.odoo).filter(({ name }) => name.includes('03_BE'));
    const client = await (await world.context()).odoo();
    const [gone] = await client.search('account.move', [['ref', '=', '2026-11-03 BE']]);
    await client.callMethod('account.move', 'button_draft', [gone ?? 0]);
    await client.unlink('account.move', [gone ?? 0]);
    await world.discover();
    const shown = await showPreview(await world.context(), { shopHandle: 'trade-wins' }, '71');
    expect(
      shown.entries.flatMap(({ key, exists }) => (key.startsWith('day_') ? [[key, exists]] : [])),
    ).toEqual(
      expect.arrayContaining([
        ['day_2026-11-03_BE_EUR_invoice', false],
        ['day_2026-11-03_NL_EUR_invoice', true],
      ]),
    );
    expect(await world.sync('71')).toMatchObject({ state: 'done', outcome: { key: 'posted' } });
    expect(booksOfKlopt(world.odoo).filter(({ name }) => name.includes('03_BE'))).toEqual(there);
    expect(await world.payout('71')).toMatchObject({ state: 'posted', proof: { holds: true } });
    await world.stop();
  });
});
