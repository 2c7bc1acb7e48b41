import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { booksOfKlopt, countOfEntries } from '~test/support/books-of-klopt';
import { openWorld, type World } from '~test/support/klopt-world';
import { comeByThemselves, idOf } from '~test/support/orders-of-world';
import { aShop } from '~test/support/shop-story';
import { customers } from '~test/trade-wins/customers';
import { OrderStory } from '~test/trade-wins/order-story';
import { goods, shipping } from '~test/trade-wins/sold';

/** On 30 days, and so invoiced before anybody pays. */
const terms = {
  id: 'gid://shopify/PaymentTerms/9100000001',
  paymentTermsName: 'Net 30',
  paymentTermsType: 'NET',
  dueInDays: 30,
  paymentSchedules: [
    {
      id: 'gid://shopify/PaymentSchedule/9200000001',
      issuedAt: '2026-11-03T10:00:00Z',
      dueAt: '2026-12-03T10:00:00Z',
      completedAt: null,
    },
  ],
};

describe('An invoice on terms that is cancelled before it was paid', () => {
  const worlds: World[] = [];
  const [spade, post] = [goods('TW-SPADE-01', 2), shipping('PostNL', 595n)];
  const invoiced = () => {
    const customer = customers.find(({ country, company }) => country === 'NL' && !company);
    if (!customer) throw new Error('Trade Wins has no customer in the Netherlands');
    const wish = { number: 1001, at: '2026-11-03T10:00:00Z', customer, more: { paymentTerms: terms } };
    return new OrderStory(wish).sells(spade, post);
  };
  const cancelled = () =>
    invoiced()
      .refunds('2026-11-12T10:00:00Z', [{ line: spade }, { line: post }])
      .cancelled('2026-11-12T10:00:00Z');
  const state = (order: OrderStory) => ({ ...aShop().sells(1002).state(), orders: [order.json()] });
  const open = async () => {
    const world = await openWorld({ state: state(invoiced()) });
    worlds.push(world);
    await comeByThemselves(world);
    await world.pollOrders();
    return world;
  };
  let world: World;
  beforeEach(async () => {
    world = await open();
  });
  afterEach(() => Promise.all(worlds.splice(0).map((one) => one.stop())));

  const lose = async ({ test: { database } }: World) => {
    for (const model of ['order', 'orderSnapshot', 'binding', 'finding', 'run'] as const) {
      await (database[model] as typeof database.order).deleteMany();
    }
    await database.shop.updateMany({ data: { settings: {} } });
  };
  const openItems = ({ odoo }: World) =>
    odoo.records(
      'account.move.line',
      [
        ['account_type', '=', 'asset_receivable'],
        ['amount_residual', '!=', 0],
      ],
      ['amount_residual'],
    ).length;

  it('is taken back also where our database was lost in between, as if nothing had been', async () => {
    expect(await world.orders()).toEqual({ '#1001': 'posted' });
    expect(openItems(world)).toBe(1);
    const spared = await open();
    await lose(world);
    for (const one of [world, spared]) {
      one.shopify.setState(state(cancelled()));
      await one.pollOrders();
      expect(await one.orders()).toEqual({ '#1001': 'posted' });
      expect(await one.orderFindings(idOf(1001))).toEqual([]);
      expect(openItems(one)).toBe(0);
    }
    expect(booksOfKlopt(world.odoo)).toEqual(booksOfKlopt(spared.odoo));
    expect(countOfEntries(world.odoo)).toBe(countOfEntries(spared.odoo));
  });

  it('is asked for in Odoo in one call more, and left out where nothing of it stands there', async () => {
    await lose(world);
    const moves = world.odoo.records('account.move', [], ['id']).map(({ id }) => Number(id));
    const client = await (await world.context()).odoo();
    await client.callMethod('account.move', 'button_draft', moves);
    await client.unlink('account.move', moves);
    world.shopify.setState(state(cancelled()));
    world.odoo.clearCalls();
    await world.pollOrders();
    expect(await world.orders()).toEqual({ '#1001': 'left-out: cancelled-unpaid' });
    expect(world.odoo.calls.get('ir.model.data.search_read')).toBe(1);
    expect(world.odoo.calls.get('account.move.line.search_read')).toBeUndefined();
    expect(countOfEntries(world.odoo)).toBe(0);
  });
});
