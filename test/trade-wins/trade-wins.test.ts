import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { JsonObject, ShopState } from '../fakes/shopify/shop-state';
import { ShopWorld } from '../fakes/shopify/shop-world';
import { generatePayout, manyPayouts } from './generate-payout';
import { missingOrder } from './season';
import { tradeWins, tradeWinsPayouts, unmappedType } from './trade-wins';

type Bag = { shopMoney: { amount: string }; presentmentMoney: { amount: string } };
const sides = ['shopMoney', 'presentmentMoney'] as const;

function cents(amount: unknown): bigint {
  const [whole = '0', fraction = ''] = String(amount).split('.');
  return BigInt(whole + fraction.padEnd(2, '0'));
}

const list = (value: unknown): JsonObject[] => (value ?? []) as JsonObject[];
const sum = (amounts: bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
const bagCents = (bag: unknown, side: (typeof sides)[number]) => cents((bag as Bag)[side].amount);
const account = (state: ShopState) => state.shopifyPaymentsAccount ?? {};
const money = (value: unknown) => cents((value as { amount: string }).amount);
const payoutOf = (transaction: JsonObject) => (transaction['associatedPayout'] as JsonObject)['id'];

function sales(order: JsonObject): JsonObject[] {
  return list(order['agreements']).flatMap((agreement) => list(agreement['sales']));
}

const state = tradeWins();
const orders = list(state.orders);
const payouts = list(account(state).payouts);
const transactions = list(account(state).balanceTransactions);
const typesIn = (payout: string) =>
  new Set(transactions.filter((one) => payoutOf(one) === payout).map((one) => one['type']));

describe('Trade Wins', () => {
  it('is the same every time', () => {
    const hash = (shop: ShopState) => createHash('sha256').update(JSON.stringify(shop)).digest('hex');
    expect(hash(tradeWins())).toBe(hash(state));
    expect(hash(state)).toMatchInlineSnapshot(
      `"9c8fe65d71e48cc7ed9295c3870e917ec2afdf0f31d3bbf0d69c51dc611edac2"`,
    );
  });

  it('has 40 products, 30 customers of whom 5 companies with a VAT number, 150 orders and 12 payouts', () => {
    expect(list(state.products)).toHaveLength(40);
    expect(list(state.customers)).toHaveLength(30);
    const numbers = list(state.companies).map((company) =>
      list(company['locations']).map(
        (location) => (location['taxSettings'] as JsonObject)['taxRegistrationId'],
      ),
    );
    expect(numbers.flat()).toHaveLength(5);
    expect(orders).toHaveLength(150);
    expect(payouts).toHaveLength(12);
  });

  it('sells to the Netherlands, Belgium, Germany and outside the EU, from 20 August to 18 November', () => {
    const countries = orders.map((order) => (order['shippingAddress'] as JsonObject)['countryCodeV2']);
    expect(new Set(countries)).toEqual(new Set(['NL', 'BE', 'DE', 'CH', 'NO', 'US']));
    const days = orders.map((order) => String(order['createdAt']).slice(0, 10)).sort();
    expect([days[0], days.at(-1)]).toEqual(['2026-08-20', '2026-11-18']);
  });

  it('holds every kind of movement that the demo is about', () => {
    expect([...new Set(transactions.map((one) => one['type']))].sort()).toEqual(
      [
        ...['ADJUSTMENT', 'CHARGE', 'DISPUTE_REVERSAL', 'DISPUTE_WITHDRAWAL', 'REFUND', 'RESERVED_FUNDS'],
        ...['RESERVED_FUNDS_REVERSAL', 'SHIPPING_LABEL', unmappedType, 'TRANSFER'],
      ].sort(),
    );
    expect(payouts.map((payout) => payout['status']).sort()).toEqual([
      'FAILED',
      ...Array.from({ length: 10 }, () => 'PAID'),
      'SCHEDULED',
    ]);
    expect(list(state.disputes).map((dispute) => dispute['status'])).toEqual(['LOST', 'WON']);
    expect(orders.filter((order) => list(order['refunds']).length > 0)).toHaveLength(11);
    expect(orders.filter((order) => order['presentmentCurrencyCode'] === 'USD')).toHaveLength(1);
  });

  it('has one payout that needs a person: an unmapped type and a charge whose order is missing', () => {
    const { needsAPerson } = tradeWinsPayouts;
    expect(typesIn(needsAPerson)).toContain(unmappedType);
    const missing = transactions.filter(
      (one) =>
        one['associatedOrder'] &&
        !orders.some((order) => order['id'] === (one['associatedOrder'] as JsonObject)['id']),
    );
    expect(missing.map((one) => [payoutOf(one), (one['associatedOrder'] as JsonObject)['name']])).toEqual([
      [needsAPerson, missingOrder.name],
    ]);
    for (const payout of payouts) {
      if (payout['id'] !== needsAPerson) expect(typesIn(String(payout['id']))).not.toContain(unmappedType);
    }
    expect(typesIn(tradeWinsPayouts.plain)).toEqual(new Set(['CHARGE', 'REFUND', 'TRANSFER']));
  });

  it('is a state that the Admin schema accepts', () => {
    expect(new ShopWorld(state).list('orders')).toHaveLength(150);
  });
});

const shops: [string, ShopState][] = [
  ['Trade Wins', state],
  ['a generated payout of 40 charges and 10 refunds', generatePayout({ charges: 40, refunds: 10, seed: 7 })],
  ['many payouts', manyPayouts(30)],
];

describe.each(shops)('the figures of %s', (_name, shop) => {
  const all = list(account(shop).balanceTransactions);

  it('tie for each balance transaction: net = amount − fee', () => {
    for (const one of all) expect(money(one['net'])).toBe(money(one['amount']) - money(one['fee']));
  });

  it('tie for each payout: Σ net = the payout = minus its own transfer', () => {
    for (const payout of list(account(shop).payouts)) {
      const inside = all.filter((one) => payoutOf(one) === payout['id']);
      const [transfer, ...more] = inside.filter((one) => one['type'] === 'TRANSFER');
      const rest = inside.filter((one) => one['type'] !== 'TRANSFER');
      expect(more).toEqual([]);
      expect(rest.length).toBeGreaterThan(0);
      expect(sum(rest.map((one) => money(one['net'])))).toBe(money(payout['net']));
      expect(money(transfer?.['net'])).toBe(-money(payout['net']));
    }
  });

  it('tie for each order: Σ sales = its total and its tax, and each tax is the tax inside its sale', () => {
    for (const order of list(shop.orders)) {
      const [first] = list(order['agreements']);
      for (const side of sides) {
        const sold = list(first?.['sales']);
        expect(sum(sold.map((sale) => bagCents(sale['totalAmount'], side)))).toBe(
          bagCents(order['totalPriceSet'], side),
        );
        expect(sum(sold.map((sale) => bagCents(sale['totalTaxAmount'], side)))).toBe(
          bagCents(order['totalTaxSet'], side),
        );
        expect(sum(list(order['taxLines']).map((tax) => bagCents(tax['priceSet'], side)))).toBe(
          bagCents(order['totalTaxSet'], side),
        );
      }
      for (const sale of sales(order)) {
        const total = bagCents(sale['totalAmount'], 'shopMoney');
        for (const tax of list(sale['taxes'])) {
          const percent = BigInt(Number((tax['taxLine'] as JsonObject)['ratePercentage']));
          const twiceOff = 2n * (total * percent - bagCents(tax['amount'], 'shopMoney') * (100n + percent));
          // Within half a cent of the exact tax.
          expect(twiceOff <= 100n + percent && -twiceOff <= 100n + percent).toBe(true);
        }
      }
    }
  });

  it('tie for each line: what is left after its discounts is what is sold', () => {
    for (const order of list(shop.orders)) {
      for (const line of list(order['lineItems'])) {
        for (const side of sides) {
          const discounts = list(line['discountAllocations']).map((one) =>
            bagCents(one['allocatedAmountSet'], side),
          );
          const sale = sales(order).find(
            (one) => one['lineItem'] === line['id'] && one['actionType'] === 'ORDER',
          );
          const left = bagCents(line['originalTotalSet'], side) - sum(discounts);
          expect(left).toBe(bagCents(line['discountedTotalSet'], side));
          expect(left).toBe(bagCents(sale?.['totalAmount'], side));
        }
      }
    }
  });

  it('tie for each refund: its agreement = its transaction = its balance transaction', () => {
    for (const order of list(shop.orders)) {
      for (const refund of list(order['refunds'])) {
        const agreement = list(order['agreements']).find((one) => one['refund'] === refund['id']);
        const back = -sum(
          list(agreement?.['sales']).map((sale) => bagCents(sale['totalAmount'], 'shopMoney')),
        );
        const gid = String((refund['transactions'] as string[])[0]);
        const transaction = list(order['transactions']).find((one) => one['id'] === gid);
        const movement = all.find((one) => one['sourceOrderTransactionId'] === gid.split('/').at(-1));
        expect(back).toBe(bagCents(refund['totalRefundedSet'], 'shopMoney'));
        expect(back).toBe(bagCents(transaction?.['amountSet'], 'shopMoney'));
        expect(-back).toBe(money(movement?.['amount']));
        expect(money(movement?.['fee'])).toBe(0n);
      }
    }
  });

  it('have no id twice', () => {
    const ids = JSON.stringify(shop.orders).match(/"id":"gid:[^"]+"/g) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
    const numbers = all.map((one) => one['id']);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
