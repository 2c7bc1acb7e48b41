import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anOrder, keyOf, product, vat } from '../../test/support/builders';
import type { Document } from './document';
import { documentsOfOrder } from './documents-of-order';
import { money, toDecimal } from './money';
import type { Order } from './order';
import { taxTotals } from './tax-totals';

const documentsIn = (order: Order) => {
  const { documents, findings } = documentsOfOrder(order);
  expect(findings).toEqual([]);
  return documents;
};

describe('over the whole life of an order', () => {
  const lines = fc.record({
    total: fc.bigInt({ min: 0n, max: 100_000n }).map((minor) => toDecimal(money(minor, 'EUR'))),
    quantity: fc.integer({ min: 1, max: 9 }),
    rate: fc.constantFrom('21', '9', '5.5'),
    takenBack: fc.boolean(),
  });
  const orders = fc.array(fc.array(lines, { maxLength: 4 }), { maxLength: 6 }).map((agreements) => {
    const story = anOrder();
    for (const [index, sketches] of agreements.entries()) {
      const sales = sketches.map(({ total, quantity, rate, takenBack }) => ({
        ...product('Gieter', quantity, total, vat(rate)),
        takenBack,
      }));
      if (index === 0) story.with(...sales);
      else if (index % 2 === 0) story.edited(...sales);
      else story.refunded(sales);
    }
    return story.build();
  });
  const signed = ({ kind }: Document, minor: bigint) => (kind === 'invoice' ? minor : -minor);

  it('Σ documents is Σ sales, in total, in tax and under every rate', () => {
    fc.assert(
      fc.property(orders, (order) => {
        const documents = documentsIn(order);
        const sales = order.agreements.flatMap((agreement) => agreement.sales);
        const add = (amounts: bigint[]) => amounts.reduce((left, right) => left + right, 0n);
        expect(add(documents.map((document) => signed(document, document.total.minor)))).toBe(
          add(sales.map(({ total }) => total.minor)),
        );
        expect(add(documents.map((document) => signed(document, document.tax.minor)))).toBe(
          add(sales.map(({ tax }) => tax.minor)),
        );
        for (const rate of ['21', '9', '5.5']) {
          const booked = documents.map((document) =>
            signed(document, taxTotals(document.lines).get(keyOf(rate))?.amount.minor ?? 0n),
          );
          const said = sales.flatMap(({ taxes }) =>
            taxes.filter((tax) => tax.rate === rate).map(({ amount }) => amount.minor),
          );
          expect(add(booked)).toBe(add(said));
        }
      }),
    );
  });

  it('no document is below zero, and every line is its untaxed amount and its taxes', () => {
    fc.assert(
      fc.property(orders, (order) => {
        for (const document of documentsIn(order)) {
          expect(document.total.minor >= 0n).toBe(true);
          for (const { untaxed, total, taxes } of document.lines) {
            expect(untaxed.minor + taxes.reduce((rest, { amount }) => rest + amount.minor, 0n)).toBe(
              total.minor,
            );
          }
        }
      }),
    );
  });
});
