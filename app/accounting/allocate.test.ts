import fc from 'fast-check';
import { expect, it } from 'vitest';
import { amounts, eur } from '../../test/support/builders';
import { allocate } from './allocate';
import { money, sum } from './money';

const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 12 });
const minorUnits = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });

it('shares always sum to the whole, and none has another sign than the whole', () => {
  fc.assert(
    fc.property(minorUnits, weights, (minor, list) => {
      const whole = money(minor, 'EUR');
      const shares = allocate(whole, list);
      expect(shares).toHaveLength(list.length);
      expect(sum(whole.currency, shares)).toEqual(whole);
      expect(shares.every((share) => share.minor * minor >= 0n)).toBe(true);
    }),
  );
});

it('no share is a whole minor unit or more away from its exact part', () => {
  fc.assert(
    fc.property(minorUnits, weights, (minor, list) => {
      const total = list.reduce((left, right) => left + right, 0n);
      fc.pre(total > 0n);
      for (const [index, share] of allocate(money(minor, 'EUR'), list).entries()) {
        const off = share.minor * total - minor * (list[index] ?? 0n);
        expect((off < 0n ? -off : off) < total).toBe(true);
      }
    }),
  );
});

it('the shares of minus an amount are minus its shares', () => {
  fc.assert(
    fc.property(minorUnits, weights, (minor, list) => {
      const mirrored = allocate(money(-minor, 'EUR'), list).map((share) => -share.minor);
      expect(mirrored).toEqual(allocate(money(minor, 'EUR'), list).map((share) => share.minor));
    }),
  );
});

it('gives the cent that does not divide to the largest remainder, the first of equals', () => {
  expect(amounts(allocate(eur('0.10'), [1n, 1n, 1n]))).toEqual(['0.04', '0.03', '0.03']);
  expect(amounts(allocate(eur('1.00'), [1n, 2n, 3n]))).toEqual(['0.17', '0.33', '0.50']);
  expect(amounts(allocate(eur('-0.05'), [1n, 1n]))).toEqual(['-0.03', '-0.02']);
});

it('gives all to the first when no weight counts', () => {
  expect(amounts(allocate(eur('1.00'), [0n, 0n]))).toEqual(['1.00', '0.00']);
});

it('refuses no weights, and weights below zero', () => {
  expect(() => allocate(eur('1'), [])).toThrow(RangeError);
  expect(() => allocate(eur('1'), [1n, -1n])).toThrow(RangeError);
});
