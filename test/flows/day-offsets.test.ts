import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { currency } from '~/accounting/currency';
import { money, toDecimal } from '~/accounting/money';
import { beginRun } from '~/database/runs';
import { discoverOrders } from '~/sync/orders/discover-orders';
import { syncPendingOrders } from '~/sync/orders/sync-orders';
import { noProgress } from '~/sync/progress';
import { booksOfKlopt, countOfEntries, figure } from '~test/support/books-of-klopt';
import { cutAtEachCall } from '~test/support/cut-at-each-call';
import { openWorld, type World } from '~test/support/klopt-world';
import { choose, idOf, workOff } from '~test/support/orders-of-world';
import { aShop, type ShopStory } from '~test/support/shop-story';

const choices = {
  'start-date': '2026-10-01',
  'orders-automatic': 'yes',
  'documents-per': 'day',
  'order-statuses': 'paid,pending,partially-refunded,refunded',
};
const unpaid = { gateway: 'Bank Deposit' } as const;
const invoices = [['move_type', 'in', ['out_invoice', 'out_refund']]] as const;

/** What is open on each document. */
const open = ({ odoo }: World) =>
  Object.fromEntries(
    odoo
      .records('account.move', invoices, ['ref', 'amount_residual'])
      .map(({ ref, amount_residual: left }) => [String(ref), figure(left)]),
  );
const offsets = ({ odoo }: World) => booksOfKlopt(odoo).filter(({ name }) => name.startsWith('offset_'));
const totalOf = (story: ShopStory, order: number) =>
  toDecimal(money(story.order(order).total.shop, currency('EUR')));
const poll = async (world: World, story: ShopStory) => {
  world.shopify.setState(story.state());
  await world.pollOrders();
};

/** Two orders of a day of which one is paid through a payout; then the other is cancelled and the paid one in part refunded. */
const sold = () => aShop().sells(1001).sells(1002, unpaid).owes(1002);
const takenBack = (story: ShopStory) => story.cancels(1002).refunds(1001).pays(71);

describe.each([17, 19] as const)('What nobody paid, in documents of days in Odoo %s', (version) => {
  let world: World;
  let story: ShopStory;
  beforeEach(async () => {
    story = sold();
    world = await openWorld({ state: story.state(), odoo: version });
    await choose(world, choices);
    await world.pollOrders();
  });
  afterEach(() => world.stop());

  it('is offset by the very amount, however much of either document others still pay', async () => {
    await poll(world, takenBack(story));
    const [entry, ...more] = offsets(world);
    expect(more).toEqual([]);
    expect(entry?.items.map(({ debit, credit }) => [debit, credit])).toContainEqual([
      totalOf(story, 1002),
      '0.00',
    ]);
    expect(open(world)).toMatchObject({ '2026-11-03 NL': totalOf(story, 1001) });
    expect(await world.orders()).toEqual({ '#1001': 'posted', '#1002': 'posted' });
    expect(await world.orderFindings(idOf(1002))).toEqual([]);
    await world.discover();
    expect(await world.sync('71')).toMatchObject({ state: 'done', outcome: { key: 'posted' } });
    expect(await world.payout('71')).toMatchObject({ state: 'posted', proof: { holds: true } });
    expect(open(world)).toEqual({ '2026-11-03 NL': '0.00', '2026-11-05 NL-R': '0.00' });
  });

  it('is offset once, also where the payout comes first and makes the documents', async () => {
    world.shopify.setState(takenBack(story).state());
    await world.discover();
    await world.sync('71');
    await workOff(world);
    await world.pollOrders();
    expect(open(world)).toEqual({
      '2026-11-03 NL': '0.00',
      '2026-11-05 NL-R': '0.00',
      '2026-11-05 NL-R2': '0.00',
    });
    const entries = countOfEntries(world.odoo);
    await world.syncOrders([1001, 1002].map(idOf));
    expect(countOfEntries(world.odoo)).toBe(entries);
    expect(offsets(world)).toHaveLength(1);
  });

  it('is offset where the invoice is the order’s own and what takes it back is of a day', async () => {
    await choose(world, { 'documents-per': 'order' });
    await poll(world, story.sells(1003, unpaid).owes(1003));
    await choose(world, { 'documents-per': 'day' });
    await poll(world, story.cancels(1003));
    expect(open(world)).toMatchObject({ '#1003': '0.00', '2026-11-05 NL-R': '0.00' });
    expect(await world.orders()).toMatchObject({ '#1003': 'posted' });
  });

  it('ends the same after Odoo vanished after each single call', async () => {
    world.shopify.setState(takenBack(story).state());
    await discoverOrders(await world.context());
    const { run } = await beginRun(world.test.database, world.shopId, 'sync-orders');
    const impatient = await world.context({ retries: { attempts: 1, pauseMs: 0 } });
    const cut = await cutAtEachCall(world, () => syncPendingOrders(impatient, run, noProgress));
    expect(cut).toBeGreaterThan(20);
    expect(offsets(world)).toHaveLength(1);
    expect(open(world)).toMatchObject({
      '2026-11-03 NL': totalOf(story, 1001),
    });
    expect(await world.orders()).toEqual({ '#1001': 'posted', '#1002': 'posted' });
  });
});

describe('An order that is cancelled before its day is over', () => {
  it('is in no document of the day', async () => {
    const story = sold();
    const world = await openWorld({ state: story.state() });
    await choose(world, choices);
    const evening = { ...(await world.context()), now: () => new Date('2026-11-03T20:00:00Z') };
    const bring = async (context: typeof evening) => {
      await discoverOrders(context);
      const { run } = await beginRun(world.test.database, world.shopId, 'sync-orders');
      await syncPendingOrders(context, run, noProgress);
    };
    await bring(evening);
    expect(await world.orders()).toEqual({ '#1001': 'new: day-open', '#1002': 'new: day-open' });
    world.shopify.setState(story.cancels(1002, '2026-11-03T15:00:00Z').state());
    await bring(evening);
    expect(await world.orders()).toEqual({ '#1001': 'new: day-open', '#1002': 'left-out: cancelled-unpaid' });
    await bring(await world.context());
    expect(await world.orders()).toEqual({ '#1001': 'posted', '#1002': 'left-out: cancelled-unpaid' });
    expect(open(world)).toEqual({ '2026-11-03 NL': totalOf(story, 1001) });
    await world.stop();
  });
});
