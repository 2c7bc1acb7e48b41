import { describe, expect, it } from 'vitest';
import { currency } from '../../accounting/currency';
import { NotAnAmount, toDecimal } from '../../accounting/money';
import { moneyOf } from './row';

const read = (value: number, code: string) => toDecimal(moneyOf({ amount: value }, 'amount', currency(code)));

describe('an amount that Odoo answers as a JSON number', () => {
  it.each([
    [96.7, 'EUR', '96.70'],
    [-1683.95, 'EUR', '-1683.95'],
    [1500, 'JPY', '1500'],
    [1.005, 'KWD', '1.005'],
    [123456789.01, 'EUR', '123456789.01'],
    // Sums of Odoo's that were not rounded carry what floats add.
    [0.1 + 0.2, 'EUR', '0.30'],
  ])('%d %s is %s', (value, code, text) => {
    expect(read(value, code)).toBe(text);
  });

  it('with more digits than its currency has is refused, not rounded', () => {
    expect(() => read(9.995, 'EUR')).toThrow(NotAnAmount);
    expect(() => read(1500.5, 'JPY')).toThrow(NotAnAmount);
  });
});
