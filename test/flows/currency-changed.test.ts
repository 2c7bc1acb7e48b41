import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, type World } from '~test/support/klopt-world';
import { choose, idOf } from '~test/support/orders-of-world';
import { aShop } from '~test/support/shop-story';
import { customers } from '~test/trade-wins/customers';
import { OrderStory } from '~test/trade-wins/order-story';
import { goods, shipping } from '~test/trade-wins/sold';

/** 39.95 + 2 × 9.99 + 5.95, in euros. */
const sold = () => ({
  spade: goods('TW-SPADE-01'),
  gloves: goods('TW-GLOVE-L', 2),
  post: shipping('PostNL', 595n),
});

describe('An order in dollars of a shop in euros, after the currency of documents was changed', () => {
  let world: World;
  const lines = sold();
  const story = () => {
    const customer = customers.find(({ country }) => country === 'NL');
    if (!customer) throw new Error('Trade Wins has no customer in the Netherlands');
    const presentment = { currency: 'USD', exchange: { numerator: 108n, denominator: 100n } };
    return new OrderStory({ number: 1001, at: '2026-11-03T10:00:00Z', customer, presentment })
      .sells(lines.spade, lines.gloves, lines.post)
      .pays('shopify_payments');
  };
  const changed = () =>
    story()
      .edits('2026-11-06T10:00:00Z', [goods('TW-CAN-05')])
      .refunds('2026-11-09T10:00:00Z', [{ line: lines.gloves, quantity: 1 }], 'shopify_payments');
  const state = (one: OrderStory) => ({ ...aShop().state(), orders: [one.json()] });
  beforeEach(async () => {
    world = await openWorld({ state: state(story()) });
    await choose(world, { 'start-date': '2026-10-01', 'orders-automatic': 'yes' });
  });
  afterEach(() => world.stop());

  /** Oldest first; credit notes negative. */
  const documents = () =>
    world.odoo
      .records('account.move', [], ['id', 'move_type', 'currency_id', 'amount_total'])
      .filter(({ move_type: type }) => String(type).startsWith('out_'))
      .toSorted((left, right) => Number(left.id) - Number(right.id))
      .map(({ move_type: type, currency_id: currency, amount_total: total }) => {
        const code = Array.isArray(currency) ? String(currency[1]) : '';
        return `${code} ${type === 'out_refund' ? '-' : ''}${String(total)}`;
      });

  it.each([
    { from: 'shop', to: 'presentment', exact: ['EUR 65.88', 'EUR 18.99', 'EUR -9.99'] },
    // 43.15 + 21.58 + 6.43; 20.51; half of 21.58
    { from: 'presentment', to: 'shop', exact: ['USD 71.16', 'USD 20.51', 'USD -10.79'] },
  ])('from $from to $to, stays in what it was posted in, exact', async ({ from, to, exact }) => {
    await choose(world, { 'document-currency': from });
    await world.pollOrders();
    expect(await world.orders()).toEqual({ '#1001': 'posted' });
    expect(documents()).toEqual(exact.slice(0, 1));
    await choose(world, { 'document-currency': to });
    world.shopify.setState(state(changed()));
    await world.pollOrders();
    expect(await world.orders()).toEqual({ '#1001': 'posted' });
    expect(await world.orderFindings(idOf(1001))).toEqual([]);
    expect(documents()).toEqual(exact);
    await world.syncOrders([idOf(1001)]);
    expect(await world.orderFindings(idOf(1001))).toEqual([]);
    expect(documents()).toEqual(exact);
  });
});
