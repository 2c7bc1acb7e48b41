import { describe, expect, it } from 'vitest';
import { toUnits } from '../../fakes/shopify/decimal';
import type { JsonObject, ShopState } from '../../fakes/shopify/shop-state';
import { ShopWorld } from '../../fakes/shopify/shop-world';
import { tradeWins } from '../trade-wins';
import { everyKind, firstOfEveryKind, tradeWinsWithOrders } from './trade-wins-with-orders';

type Bag = { shopMoney: { amount: string }; presentmentMoney: { amount: string } };
const list = (value: unknown) => (value ?? []) as JsonObject[];
const sides = ['shopMoney', 'presentmentMoney'] as const;
const cents = (bag: unknown, side: (typeof sides)[number]) => toUnits((bag as Bag)[side].amount) / 10_000n;
const total = (bags: unknown[], side: (typeof sides)[number]) =>
  bags.reduce<bigint>((sum, bag) => sum + cents(bag, side), 0n);

const state = tradeWinsWithOrders();
const told = list(state.orders).slice(-everyKind.length);
const named = told.map((order) => [String(order['note']), order] as const);
const salesOf = (order: JsonObject) => list(order['agreements']).flatMap(({ sales }) => list(sales));

describe('Trade Wins with an order of every kind', () => {
  it('is the same every time, and its payouts are those of the season', () => {
    const json = (shop: ShopState) => JSON.stringify(shop);
    expect(json(tradeWinsWithOrders())).toBe(json(state));
    expect(state.orders?.slice(0, -everyKind.length)).toEqual(tradeWins().orders);
    expect(state.shopifyPaymentsAccount).toEqual(tradeWins().shopifyPaymentsAccount);
    expect(told[0]?.['name']).toBe(`#${firstOfEveryKind}`);
  });

  it('has no id twice', () => {
    const ids: string[] = JSON.stringify(state.orders).match(/"id":"gid:[^"]+"/g) ?? [];
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('is a state that the Admin schema accepts; each order has the status that its story calls for', () => {
    const orders = new ShopWorld(state).list('orders').slice(-everyKind.length);
    const paid = (wanted: string) =>
      orders.filter((order) => order['displayFinancialStatus'] === wanted).map(({ note }) => note);
    expect({
      pending: paid('PENDING'),
      authorized: paid('AUTHORIZED'),
      partly: paid('PARTIALLY_PAID'),
      voided: paid('VOIDED'),
      expired: paid('EXPIRED'),
      refunded: paid('REFUNDED'),
      refundedInPart: paid('PARTIALLY_REFUNDED').length,
      paid: paid('PAID').length,
    }).toMatchObject({
      pending: [
        'bank deposit, not paid yet',
        'a company on 30 days, with its own order number; prices without VAT',
      ],
      authorized: ['authorised, not captured yet'],
      partly: ['captured in part: one parcel has left'],
      voided: ['an authorisation that was voided', 'cancelled before it was paid'],
      expired: ['an authorisation that lapsed'],
      refunded: ['refunded in full', 'cancelled after it was paid'],
      refundedInPart: 5,
      paid: 34,
    });
  });
});

describe.each(named)('the figures of %s', (_, order) => {
  it('tie: each tax is its sale’s, to half a cent', () => {
    for (const sale of salesOf(order)) {
      for (const tax of list(sale['taxes'])) {
        const percent = BigInt(Number((tax['taxLine'] as JsonObject)['ratePercentage']));
        for (const side of sides) {
          const gross = cents(sale['totalAmount'], side);
          const twiceOff = 2n * (gross * percent - cents(tax['amount'], side) * (100n + percent));
          expect(twiceOff <= 100n + percent && -twiceOff <= 100n + percent).toBe(true);
        }
      }
      const taxes = list(sale['taxes']).map(({ amount }) => amount);
      for (const side of sides) expect(total(taxes, side)).toBe(cents(sale['totalTaxAmount'], side));
    }
  });

  it('tie: what is left of a line after its discounts is what it is sold for', () => {
    const included = order['taxesIncluded'] === true;
    for (const line of list(order['lineItems'])) {
      const sold = salesOf(order).find(
        (sale) => sale['lineItem'] === line['id'] && sale['actionType'] === 'ORDER',
      );
      for (const side of sides) {
        const off = total(
          list(line['discountAllocations']).map((one) => one['allocatedAmountSet']),
          side,
        );
        const left = cents(line['originalTotalSet'], side) - off;
        const tax = included ? 0n : cents(sold?.['totalTaxAmount'], side);
        expect(cents(line['discountedTotalSet'], side)).toBe(left);
        expect(cents(sold?.['totalAmount'], side)).toBe(left + tax);
      }
    }
  });

  it('tie: a refund is what its agreement takes back, and what its transactions pay', () => {
    for (const refund of list(order['refunds'])) {
      const agreement = list(order['agreements']).find((one) => one['refund'] === refund['id']);
      const back = list(agreement?.['sales']).map((sale) => sale['totalAmount']);
      const paid = list(order['transactions'])
        .filter(({ id }) => (refund['transactions'] as unknown[]).includes(id))
        .map((one) => one['amountSet']);
      for (const side of sides) {
        expect(-total(back, side)).toBe(cents(refund['totalRefundedSet'], side));
        if (paid.length > 0) expect(total(paid, side)).toBe(-total(back, side));
      }
    }
  });
});
