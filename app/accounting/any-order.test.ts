import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyOrder, salesOf, withEditTakenBack } from '../../test/support/random-order';
import { calendarDate } from './calendar-date';
import { checkOrder } from './check-order';
import { plainSettings } from './document-settings';
import type { Document } from './document';
import { documentsOfOrder } from './documents-of-order';
import { add, negate, toDecimal, zero, type Money } from './money';
import type { Order } from './order';
import { priceStep } from './price-step';
import { pricedLines } from './priced-lines';
import { taxKeyOf } from './tax-key';

const runs = { numRuns: 400 };
const lines = { ...plainSettings, discounts: 'lines' as const };

/** Untaxed, total and each tax; what Shopify pays itself is among the untaxed of `channel-tax`. */
type Sums = Record<string, string>;

function sums(entries: readonly (readonly [string, Money])[]): Sums {
  const totals = new Map<string, Money>();
  for (const [name, amount] of entries) {
    const known = totals.get(name);
    totals.set(name, known ? add(known, amount) : amount);
  }
  const told = [...totals].filter(([, amount]) => amount.minor !== 0n);
  return Object.fromEntries(told.map(([name, amount]) => [name, toDecimal(amount)]));
}

function ofDocuments(documents: readonly Document[]): Sums {
  return sums(
    documents.flatMap(({ kind, lines: all }) => {
      const sign = (amount: Money) => (kind === 'invoice' ? amount : negate(amount));
      return all.flatMap((line) => [
        ['total', sign(line.total)] as const,
        ...line.taxes.map(({ key, amount }) => [key as string, sign(amount)] as const),
      ]);
    }),
  );
}

/** The same, straight from Shopify's ledger. */
function ofLedger(order: Order): Sums {
  return sums(
    salesOf(order).flatMap((sale) => [
      ['total', sale.total] as const,
      ...sale.taxes
        .filter(({ channelLiable }) => !channelLiable)
        .map((tax) => {
          const key = taxKeyOf(order, tax, sale.lineType === 'shipping' ? 'shipping' : 'goods');
          return [key, tax.amount] as const;
        }),
    ]),
  );
}

const all = (order: Order, settings = plainSettings) => {
  const { documents, earlier } = documentsOfOrder(order, settings);
  return [...earlier, ...documents];
};

describe('the documents of any order', () => {
  it('add up to Shopify’s figures, per tax and in total', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        expect(documentsOfOrder(order).findings).toEqual([]);
        expect(ofDocuments(all(order))).toEqual(ofLedger(order));
      }),
      runs,
    );
  });

  it('add up to the same whether discounts are lines or not', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        expect(ofDocuments(all(order, lines))).toEqual(ofDocuments(all(order)));
        for (const { lines: each, netLines, untaxed, total } of all(order, lines)) {
          for (const list of [each, netLines ?? []]) {
            expect(list.reduce((sum, line) => add(sum, line.untaxed), zero(order.currency))).toEqual(untaxed);
            expect(list.reduce((sum, line) => add(sum, line.total), zero(order.currency))).toEqual(total);
          }
        }
      }),
      runs,
    );
  });

  it('have lines whose untaxed amount and taxes are their total, and whose parts add up', () => {
    fc.assert(
      fc.property(anyOrder, fc.boolean(), fc.boolean(), (order, discounts, included) => {
        for (const line of all(order, discounts ? lines : plainSettings).flatMap((one) => one.lines)) {
          const taxes = line.taxes.reduce((sum, { amount }) => add(sum, amount), zero(order.currency));
          expect(add(line.untaxed, taxes)).toEqual(line.total);
          const parts = pricedLines(line, included);
          const whole = parts.reduce((sum, part) => sum + part.quantity * part.unitPrice.minor, 0n);
          const amount = (included ? line.total : line.untaxed).minor;
          const more = amount < 0n ? amount - whole : whole - amount;
          expect(more >= 0n && more < priceStep(order.currency)).toBe(true);
          expect(parts.reduce((sum, part) => sum + part.untaxed.minor, 0n)).toBe(line.untaxed.minor);
        }
      }),
      runs,
    );
  });

  it('stay what they are when something is added to the ledger', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const whole = all(order);
        for (let count = 1; count < order.agreements.length; count += 1) {
          const before = all({ ...order, agreements: order.agreements.slice(0, count) });
          expect(whole.slice(0, before.length)).toEqual(before);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('come to nothing for an edit that was taken back', () => {
    fc.assert(
      fc.property(anyOrder, anyOrder, (order, other) => {
        const sales = other.currency === order.currency ? (other.agreements[0]?.sales ?? []) : [];
        const edited = withEditTakenBack(order, sales);
        expect(ofDocuments(all(edited))).toEqual(ofDocuments(all(order)));
      }),
      runs,
    );
  });

  it('are parted by the start date and none is lost', () => {
    fc.assert(
      fc.property(anyOrder, fc.integer({ min: 1, max: 20 }), (order, day) => {
        const since = calendarDate(`2026-10-${String(day).padStart(2, '0')}`);
        const { documents, earlier } = documentsOfOrder(order, { ...plainSettings, since });
        expect([...earlier, ...documents].map(({ key }) => key)).toEqual(all(order).map(({ key }) => key));
        expect(documents.every(({ happenedAt }) => happenedAt.slice(0, 10) >= since)).toBe(true);
        expect(earlier.every(({ happenedAt }) => happenedAt.slice(0, 10) < since)).toBe(true);
      }),
      runs,
    );
  });

  it('have no finding against Shopify’s own total, and one where that is another', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const made = documentsOfOrder(order);
        const kinds = (of: Order) => checkOrder(of, made, true).flatMap(({ kind }) => kind);
        const ofTotals = (of: Order) => kinds(of).filter((kind) => kind !== 'refund-failed');
        expect(ofTotals(order)).toEqual([]);
        const { current } = order.totals ?? {};
        if (!current) return;
        const other = { ...order, totals: { current: add(current, { ...current, minor: 777_777n }) } };
        expect(ofTotals(other)).toEqual(['order-total-differs']);
      }),
      runs,
    );
  });
});
