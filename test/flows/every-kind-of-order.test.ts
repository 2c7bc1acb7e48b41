import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setUpOrders } from '~test/demo/set-up-orders';
import { figure } from '~test/support/books-of-klopt';
import { openWorld, type World } from '~test/support/klopt-world';
import {
  everyKind,
  firstOfEveryKind,
  tradeWinsWithOrders,
} from '~test/trade-wins/every-kind/trade-wins-with-orders';

const numberOf = (kind: string) => {
  const index = everyKind.findIndex((one) => one.kind.startsWith(kind));
  if (index < 0) throw new Error(`No order is about "${kind}"`);
  return firstOfEveryKind + index;
};

describe.each([17, 19] as const)('The orders of the demo in Odoo %s', (version) => {
  let world: World;
  let states: Record<string, string>;
  beforeAll(async () => {
    const state = tradeWinsWithOrders();
    const told = (state.orders ?? []).slice(-everyKind.length);
    world = await openWorld({ state: { ...state, orders: told }, odoo: version });
    await setUpOrders(await world.context());
    await world.pollOrders();
    await world.syncOrders();
    states = await world.orders();
  }, 60_000);
  afterAll(() => world.stop());

  const kindsIn = (state: string) =>
    Object.entries(states)
      .filter(([, one]) => one.split(':')[0] === state)
      .map(([name]) => everyKind[Number(name.slice(1)) - firstOfEveryKind]?.kind)
      .sort();

  it('are posted, but for those that wait for their payment, for a person, or that are nothing to book', () => {
    expect(kindsIn('new')).toEqual(['authorised, not captured yet', 'bank deposit, not paid yet']);
    expect(kindsIn('left-out')).toEqual([
      'a test order',
      'an authorisation that lapsed',
      'an authorisation that was voided',
      'cancelled before it was paid',
    ]);
    expect(kindsIn('needs-attention')).toEqual([
      'Austria, whose VAT is not mapped',
      'Klarna, which is not mapped',
      'a refund that failed',
      'an SKU that two products in Odoo have',
    ]);
    expect(kindsIn('posted')).toHaveLength(everyKind.length - 10);
  });

  it('leave open what nobody has paid yet, and nothing else', () => {
    const open = world.odoo
      .records(
        'account.move.line',
        [
          ['account_type', '=', 'asset_receivable'],
          ['amount_residual', '!=', 0],
        ],
        ['amount_residual', 'ref'],
      )
      .map(({ ref, amount_residual: residual }) => `${String(ref)} ${figure(residual)}`);
    const named = (kind: string) => `#${numberOf(kind)}`;
    expect(open.sort()).toEqual(
      [
        // The card's money comes with a payout.
        `${named('a gift card, and a card')} 45.90`,
        `${named('captured in part')} 78.39`,
        `${named('captured in two parts')} 60.89`,
        `${named('Klarna')} 60.90`,
        `${named('a company on 30 days')} 1002.24`,
        `${named('a refund that failed')}-R1 -24.99`,
      ].sort(),
    );
  });
});
