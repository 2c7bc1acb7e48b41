import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anOrder, product, vat } from '../../test/support/builders';
import { anyOrder } from '../../test/support/random-order';
import { calendarDate } from './calendar-date';
import { dayDocument, dayKey, dayMember, dayReference, type DaySlot } from './day-documents';
import type { Document, DocumentKind } from './document';
import { plainSettings } from './document-settings';
import { documentsOfOrder } from './documents-of-order';
import { readDayKey } from './read-day-key';
import { add, equals, sumOf, toDecimal, type Money } from './money';

const day = calendarDate('2026-11-20');
const slotOf = ({ currency, kind }: Document): DaySlot => ({ day, country: 'NL', currency, kind });

/** Untaxed, tax and total, each tax and each role's share under it. */
function figures(documents: readonly Document[]): Record<string, string> {
  const sums = new Map<string, Money>();
  const count = (name: string, amount: Money) => {
    const known = sums.get(name);
    sums.set(name, known ? add(known, amount) : amount);
  };
  for (const { untaxed, tax, total, lines } of documents) {
    count('untaxed', untaxed);
    count('tax', tax);
    count('total', total);
    for (const line of lines) {
      count(
        `base ${line.role} ${line.taxes
          .map(({ key }) => key)
          .sort()
          .join()}`,
        line.untaxed,
      );
      for (const { key, amount } of line.taxes) count(key, amount);
    }
  }
  return Object.fromEntries([...sums].map(([name, amount]) => [name, toDecimal(amount)]));
}

function together(documents: readonly Document[]): Document[] {
  const groups = new Map<string, Document[]>();
  for (const document of documents) {
    const place = `${document.currency} ${document.kind}`;
    groups.set(place, [...(groups.get(place) ?? []), document]);
  }
  return [...groups.values()].flatMap((group) =>
    group[0] ? [dayDocument(slotOf(group[0]), 1, group.map(dayMember))] : [],
  );
}

const discounts = fc.constantFrom('net' as const, 'lines' as const);
const documentsOf = (orders: Parameters<typeof documentsOfOrder>[0][], shown: 'net' | 'lines') =>
  orders.flatMap((order) => documentsOfOrder(order, { ...plainSettings, discounts: shown }).documents);

describe('the documents of a day', () => {
  it('sum to the same as the documents of its agreements, per tax and in total, in every currency', () => {
    fc.assert(
      fc.property(fc.array(anyOrder, { minLength: 1, maxLength: 6 }), discounts, (orders, shown) => {
        const documents = documentsOf(orders, shown);
        for (const day of together(documents)) {
          const own = documents.filter(
            ({ currency, kind }) => currency === day.currency && kind === day.kind,
          );
          expect(figures([day])).toEqual(figures(own));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('have lines of one piece that add up, each under taxes of its own', () => {
    fc.assert(
      fc.property(fc.array(anyOrder, { minLength: 1, maxLength: 6 }), discounts, (orders, shown) => {
        for (const { lines, total, untaxed, tax, currency } of together(documentsOf(orders, shown))) {
          const places = lines.map(({ role, taxes }) => [role, ...taxes.map(({ key }) => key)].join('\n'));
          expect(new Set(places).size).toBe(lines.length);
          expect(equals(total, add(untaxed, tax))).toBe(true);
          for (const line of lines) {
            expect(line.quantity).toBe(1n);
            const taxes = sumOf(currency, line.taxes, ({ amount }) => amount);
            expect(equals(line.total, add(line.untaxed, taxes))).toBe(true);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('are the same in whatever order the agreements come', () => {
    fc.assert(
      fc.property(fc.array(anyOrder, { minLength: 2, maxLength: 6 }), (orders) => {
        const lines = (documents: readonly Document[]) => documents.map((document) => document.lines);
        const forth = together(documentsOf(orders, 'net'));
        const back = together([...documentsOf(orders, 'net')].reverse());
        const sorted = (all: Document[]) => [...all].sort((a, b) => (a.key < b.key ? -1 : 1));
        expect(lines(sorted(back))).toEqual(lines(sorted(forth)));
      }),
    );
  });

  it('say how many lines of orders each of their lines sums: so often Shopify rounded', () => {
    const order = anOrder().with(
      product('Gieter', 2, '24.20', vat('21')),
      product('Schep', 1, '9.99', vat('21')),
    );
    const [own] = documentsOfOrder(order.build()).documents;
    if (!own) throw new Error('an order that sold something has a document');
    const { lines } = dayDocument(slotOf(own), 1, [dayMember(own), dayMember(own), dayMember(own)]);
    expect(lines).toMatchObject([{ role: 'product', quantity: 1n, summed: 6n }]);
  });

  it.each<[DocumentKind, number, string, string]>([
    ['invoice', 1, 'day_2026-11-20_NL_EUR_invoice', '2026-11-20 NL'],
    ['invoice', 2, 'day_2026-11-20_NL_EUR_invoice_2', '2026-11-20 NL-2'],
    ['credit-note', 1, 'day_2026-11-20_NL_EUR_credit-note', '2026-11-20 NL-R'],
    ['credit-note', 2, 'day_2026-11-20_NL_EUR_credit-note_2', '2026-11-20 NL-R2'],
  ])('of kind %s, number %i, are called %s', (kind, number, key, reference) => {
    const slot = { ...slotOf({ currency: 'EUR', kind } as unknown as Document) };
    expect(dayKey(slot, number)).toBe(key);
    expect(dayReference(slot, number)).toBe(reference);
    expect(readDayKey(key)).toEqual({ slot, number });
  });
});
