import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currency } from './currency';
import {
  add,
  CurrencyMismatch,
  equals,
  least,
  money,
  negate,
  NotAnAmount,
  parseMoney,
  subtract,
  sum,
  toDecimal,
  zero,
} from './money';

const minorUnits = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });
const codes = fc.constantFrom('EUR', 'JPY', 'KWD', 'USD');

describe('an amount', () => {
  it.each([
    ['EUR', '12.34', 1234n, '12.34'],
    ['EUR', '-0.5', -50n, '-0.50'],
    ['EUR', '+7', 700n, '7.00'],
    ['EUR', '3.', 300n, '3.00'],
    ['EUR', '10.500', 1050n, '10.50'],
    ['JPY', '1000', 1000n, '1000'],
    ['JPY', '100.0', 100n, '100'],
    ['JPY', '-7', -7n, '-7'],
    ['KWD', '1.234', 1234n, '1.234'],
    ['KWD', '-0.005', -5n, '-0.005'],
    ['eur', ' 1.00 ', 100n, '1.00'],
  ])('in %s written %s is %s minor units', (code, text, minor, written) => {
    const amount = parseMoney(text, code);
    expect(amount.minor).toBe(minor);
    expect(toDecimal(amount)).toBe(written);
  });

  it('reads back what it writes, in currencies of 0, 2 and 3 digits', () => {
    fc.assert(
      fc.property(minorUnits, codes, (minor, code) => {
        const amount = money(minor, code);
        expect(parseMoney(toDecimal(amount), code)).toEqual(amount);
      }),
    );
  });

  it('stays exact beyond what a float can hold', () => {
    expect(parseMoney('90071992547409.93', 'EUR').minor).toBe(9007199254740993n);
    expect(
      toDecimal(
        sum(
          currency('EUR'),
          Array<string>(10)
            .fill('0.10')
            .map((text) => parseMoney(text, 'EUR')),
        ),
      ),
    ).toBe('1.00');
  });

  it.each([
    ['EUR', '1.005'],
    ['JPY', '1.5'],
    ['KWD', '1.2345'],
  ])('in %s refuses %s: digits that the currency does not have are never rounded away', (code, text) => {
    expect(() => parseMoney(text, code)).toThrow(NotAnAmount);
  });

  it.each(['', '.', '.5', '1,50', '1e3', 'NaN', 'Infinity', '0x10', '1.2.3', '--1', '1 000', '€ 1'])(
    'refuses "%s"',
    (text) => {
      expect(() => parseMoney(text, 'EUR')).toThrow(NotAnAmount);
    },
  );

  it('refuses a currency that ISO does not list', () => {
    expect(() => parseMoney('1', 'EURO')).toThrow(RangeError);
  });
});

describe('arithmetic', () => {
  it('adds and takes away without a remainder', () => {
    fc.assert(
      fc.property(minorUnits, minorUnits, (left, right) => {
        const [a, b] = [money(left, 'EUR'), money(right, 'EUR')];
        expect(equals(subtract(add(a, b), b), a)).toBe(true);
        expect(equals(add(a, negate(a)), zero(a.currency))).toBe(true);
        expect([left, right]).toContain(least(a, b).minor);
        expect(least(a, b).minor <= left && least(a, b).minor <= right).toBe(true);
      }),
    );
  });

  it('never mixes currencies', () => {
    const euro = parseMoney('1', 'EUR');
    const dollar = parseMoney('1', 'USD');
    expect(() => add(euro, dollar)).toThrow(CurrencyMismatch);
    expect(() => subtract(euro, dollar)).toThrow(CurrencyMismatch);
    expect(() => least(euro, dollar)).toThrow(CurrencyMismatch);
    expect(() => sum(euro.currency, [euro, dollar])).toThrow(CurrencyMismatch);
    expect(equals(euro, dollar)).toBe(false);
  });

  it('sums nothing to zero', () => {
    expect(sum(currency('KWD'), [])).toEqual(parseMoney('0', 'KWD'));
  });
});
