import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { taxKey } from '~/accounting/tax-key';
import { askForOrders } from '~/database/orders';
import { mappingsOf } from '~/database/mappings';
import { requestRun } from '~/jobs/request-run';
import type { JsonObject } from '~test/fakes/shopify/shop-state';
import { figure } from '~test/support/books-of-klopt';
import { openWorld, type World } from '~test/support/klopt-world';
import { comeByThemselves, workOff } from '~test/support/orders-of-world';
import { makeOrder } from '~test/trade-wins/make-order';
import { orderNumberBase, type MadeOrder } from '~test/trade-wins/made-order';
import { Random } from '~test/trade-wins/random';
import { refundOrder } from '~test/trade-wins/refund-order';
import { shopState } from '~test/trade-wins/shop';
import { wishOrder } from '~test/trade-wins/wish-order';

/** What happens to an order after it was placed. */
type Turn = 'refund-a-unit' | 'refund-shipping' | 'goodwill' | 'edit' | 'edit-and-back';

const turns = fc.array(
  fc.constantFrom<Turn>('refund-a-unit', 'refund-shipping', 'goodwill', 'edit', 'edit-and-back'),
  { maxLength: 4 },
);
const shop = fc.array(fc.record({ seed: fc.nat(), turns }), { minLength: 1, maxLength: 6 });

describe('Random orders of Trade Wins', () => {
  let world: World;
  let next = 3000;
  beforeAll(async () => {
    world = await openWorld({
      state: shopState({ orders: [], payouts: [], balanceTransactions: [], balance: 0n }),
    });
    await comeByThemselves(world);
  });
  afterAll(() => world.stop());

  function orderOf({ seed, turns: told }: { seed: number; turns: readonly Turn[] }): MadeOrder {
    const number = (next += 1);
    const order = makeOrder(wishOrder(new Random(seed), number, '2026-11-02T10:00:00Z'));
    let shipped = false;
    told.forEach((turn, index) => {
      const at = `2026-11-${String(3 + index).padStart(2, '0')}T10:00:00Z`;
      if (turn === 'refund-a-unit' && index === 0)
        refundOrder(order, { at, lines: [{ index: 0, quantity: 1 }] });
      if (turn === 'refund-shipping' && !shipped) refundOrder(order, { at, shipping: (shipped = true) });
      if (turn === 'goodwill') refundOrder(order, { at, goodwill: 137n });
      if (turn.startsWith('edit')) edit(order, at, index, 1);
      if (turn === 'edit-and-back') edit(order, at, index, -1);
    });
    return order;
  }

  /** The first sale of the order once more, or taken back. */
  function edit(order: MadeOrder, at: string, index: number, sign: 1 | -1): void {
    const [first] = order.json.agreements[0]?.['sales'] as JsonObject[];
    const id = order.number * 100 + index * 10 + (sign > 0 ? 1 : 2);
    const sale = sign > 0 ? first : (negated(first) as JsonObject);
    order.json.agreements.push({
      id: `gid://shopify/SalesAgreement/${String(5_000_000_000 + id)}`,
      reason: 'ORDER_EDIT',
      happenedAt: at,
      sales: [{ ...sale, id: `gid://shopify/Sale/${String(6_000_000_000 + id)}` }],
    });
    for (const name of ['totalPriceSet', 'totalTaxSet', 'subtotalPriceSet', 'currentSubtotalPriceSet'])
      Reflect.deleteProperty(order.json, name);
    order.json['updatedAt'] = at;
  }

  /** Every amount and the quantity with the other sign. */
  function negated(value: unknown, name = ''): unknown {
    if (Array.isArray(value)) return value.map((one) => negated(one));
    if (name === 'taxLine') return value;
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, negated(one, key)]));
    }
    if (name === 'amount' && typeof value === 'string')
      return value.startsWith('-') ? value.slice(1) : /[1-9]/.test(value) ? `-${value}` : value;
    if (typeof value === 'string' && /^-?\d+\.\d\d( EUR)?$/.test(value))
      return value.startsWith('-') ? value.slice(1) : /[1-9]/.test(value) ? `-${value}` : value;
    return name === 'quantity' ? -Number(value) : value;
  }

  const idsOf = (orders: readonly MadeOrder[]) =>
    orders.map(({ number }) => String(orderNumberBase + number));
  const sync = async (orders: readonly MadeOrder[]) => {
    const asked = idsOf(orders).map((orderId) => ({ orderId }));
    await askForOrders(world.test.database, world.shopId, asked, 'person', new Date());
    await requestRun(world.task, world.shopId, 'sync-orders');
    await workOff(world);
  };

  /** Σ of the ledger's taxes by the Odoo tax that each is mapped to, in cents; what is zero is left out. */
  async function taxesOfLedger(orders: readonly MadeOrder[]): Promise<Record<string, bigint>> {
    const mappings = await mappingsOf(world.test.database, world.shopId);
    const sums: Record<string, bigint> = {};
    for (const { json, customer } of orders) {
      for (const sale of json.agreements.flatMap((one) => one['sales'] as JsonObject[])) {
        for (const { amount, taxLine } of sale['taxes'] as { amount: unknown; taxLine: JsonObject }[]) {
          const rate = String(taxLine['ratePercentage']);
          const key = taxKey({
            country: customer.country,
            title: String(taxLine['title']),
            rate,
            included: true,
          });
          const target = mappings.find((one) => one.kind === 'tax' && one.key === key)?.target;
          const tax = target && 'id' in target ? String(target.id) : key;
          sums[tax] = (sums[tax] ?? 0n) + cents(amount);
        }
      }
    }
    return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0n));
  }

  const cents = (given: unknown): bigint => {
    const text = typeof given === 'string' ? given : (given as { shopMoney: unknown }).shopMoney;
    const amount = typeof text === 'string' ? text : (text as { amount: string }).amount;
    return BigInt(amount.replace(/ .*/, '').replace('.', ''));
  };

  function inOdoo(orders: readonly MadeOrder[]) {
    const names = new Set(orders.map(({ name }) => name));
    const moves = world.odoo
      .records('account.move', [], ['ref', 'state', 'move_type'])
      .filter(({ ref }) => names.has(/#\d+/.exec(String(ref))?.[0] ?? ''));
    const items = world.odoo.records(
      'account.move.line',
      [['move_id', 'in', moves.map(({ id }) => Number(id))]],
      ['tax_line_id', 'balance'],
    );
    const sums: Record<string, bigint> = {};
    for (const { tax_line_id: tax, balance } of items) {
      if (!Array.isArray(tax)) continue;
      const id = String(tax[0]);
      sums[id] = (sums[id] ?? 0n) - cents(figure(balance));
    }
    const taxes = Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0n));
    return {
      moves: moves.length,
      items: items.length,
      taxes,
      states: new Set(moves.map(({ state }) => state)),
    };
  }

  it('synced twice is synced once, and per tax Odoo holds what the ledger says', async () => {
    const seen = { documents: 0, taxes: 0 };
    await fc.assert(
      fc.asyncProperty(shop, async (told) => {
        const orders = told.map(orderOf);
        world.shopify.setState(shopState({ orders, payouts: [], balanceTransactions: [], balance: 0n }));
        await sync(orders);
        const rows = await world.test.database.order.findMany({ where: { orderId: { in: idsOf(orders) } } });
        expect(rows.map(({ state }) => state)).toEqual(orders.map(() => 'posted'));
        const once = inOdoo(orders);
        expect(once.states).toEqual(new Set(['posted']));
        expect(once.taxes).toEqual(await taxesOfLedger(orders));
        const documents = orders.reduce((sum, { json }) => sum + json.agreements.length, 0);
        expect(once.moves).toBe(documents);
        seen.documents += documents;
        seen.taxes = Math.max(seen.taxes, Object.keys(once.taxes).length);
        await sync(orders);
        expect(inOdoo(orders)).toEqual(once);
      }),
      { numRuns: 12, seed: 20261122 },
    );
    expect(seen.documents).toBeGreaterThan(50);
    expect(seen.taxes).toBeGreaterThan(3);
  }, 60_000);
});
