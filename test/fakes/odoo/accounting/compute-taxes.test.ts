import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money, toDecimal } from '../../../../app/accounting/money';
import { fixed, toMinor } from '../fixed';
import {
  computeAs17,
  computeAs19,
  type DocumentAmounts,
  type TaxedLine,
  type TaxRule,
} from './compute-taxes';

const high: TaxRule = { id: 1, kind: 'percent', amount: fixed(21), included: true };
const low: TaxRule = { id: 2, kind: 'percent', amount: fixed(9), included: true };
const onTop: TaxRule = { ...high, included: false };

const line = (price: string, quantity: number, ...taxes: TaxRule[]): TaxedLine => ({
  price: fixed(price),
  quantity: fixed(quantity),
  discount: 0n,
  taxes,
});

const taxOf = ({ lines }: DocumentAmounts, tax: TaxRule): bigint =>
  toMinor(
    lines.reduce((sum, { taxes }) => sum + (taxes.get(tax.id) ?? 0n), 0n),
    2,
  );
const untaxedOf = ({ lines }: DocumentAmounts): bigint => lines.reduce((sum, { posted }) => sum + posted, 0n);

describe('VAT included in the price', () => {
  it('is 5.20 of one line of three at 9.99, in both versions', () => {
    for (const compute of [computeAs17, computeAs19]) {
      const amounts = compute([line('9.99', 3, high)], 'round_globally', 2);
      expect([untaxedOf(amounts), taxOf(amounts, high)]).toEqual([2477n, 520n]);
    }
  });

  it('is 5.19 of three lines of one in 17, which rounds each base, and 5.20 in 19', () => {
    const three = [1, 2, 3].map(() => line('9.99', 1, high));
    const as17 = computeAs17(three, 'round_globally', 2);
    expect([untaxedOf(as17), taxOf(as17, high)]).toEqual([2478n, 519n]);
    const as19 = computeAs19(three, 'round_globally', 2);
    expect([untaxedOf(as19), taxOf(as19, high)]).toEqual([2477n, 520n]);
  });

  it('puts the cent that rounding once leaves over on one item, and keeps the subtotals as they are, in 19', () => {
    const { lines } = computeAs19([line('21.53', 1, high), line('21.53', 1, high)], 'round_globally', 2);
    expect(lines.map(({ posted }) => posted)).toEqual([1780n, 1779n]);
    expect(lines.map(({ untaxed }) => untaxed)).toEqual([1779n, 1779n]);
  });

  it('always adds up to what the customer pays', () => {
    const cents = fc.integer({ min: 1, max: 200_000 });
    const lines = fc.array(fc.tuple(cents, fc.integer({ min: 1, max: 9 }), fc.constantFrom(high, low)), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(
        lines,
        fc.constantFrom('round_globally' as const, 'round_per_line' as const),
        (drawn, rounding) => {
          const taxed = drawn.map(([price, quantity, tax]) =>
            line(toDecimal(money(BigInt(price), 'EUR')), quantity, tax),
          );
          const gross = drawn.reduce((sum, [price, quantity]) => sum + BigInt(price * quantity), 0n);
          for (const compute of [computeAs17, computeAs19]) {
            const amounts = compute(taxed, rounding, 2);
            expect(untaxedOf(amounts) + taxOf(amounts, high) + taxOf(amounts, low)).toBe(gross);
          }
        },
      ),
    );
  });
});

describe('VAT on top of the price', () => {
  const three = [1, 2, 3].map(() => line('10.12', 1, onTop));

  it('is 6.39 of three times 10.12 when each line is rounded', () => {
    expect(taxOf(computeAs17(three, 'round_per_line', 2), onTop)).toBe(639n);
    expect(taxOf(computeAs19(three, 'round_per_line', 2), onTop)).toBe(639n);
  });

  it('is 6.38 of three times 10.12 when the document is rounded once', () => {
    expect(taxOf(computeAs17(three, 'round_globally', 2), onTop)).toBe(638n);
    expect(taxOf(computeAs19(three, 'round_globally', 2), onTop)).toBe(638n);
  });
});

it('computes yen without decimals', () => {
  const amounts = computeAs19([line('1000', 1, { ...high, amount: fixed(10) })], 'round_globally', 0);
  expect(amounts.lines[0]).toMatchObject({ posted: 909n });
});
