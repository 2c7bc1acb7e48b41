import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currency } from '../../accounting/currency';
import { money, toDecimal } from '../../accounting/money';
import { notationOf, readAmount } from './amount-notation';

const eur = currency('EUR');
const read = (cell: string, decimal: '.' | ',' = '.', code = eur) => {
  const amount = readAmount(cell, code, { decimal });
  return typeof amount === 'string' ? amount : toDecimal(amount);
};

describe('the notation of a file', () => {
  it.each([
    [['12.50'], '.'],
    [['12,50'], ','],
    [['1,234', '0.45'], '.'],
    [['1.234', '0,45'], ','],
    [['$1,234.50'], '.'],
    [['€ 1.234,50'], ','],
    [['1.234.567'], ','],
    [['1234.567'], '.'],
    [['0.500'], '.'],
    [['.5'], '.'],
    [["1'234.50"], '.'],
    [['1,234', '12', '7,500'], undefined],
    [['100', '-7'], undefined],
  ])('of %j has the decimal separator %s', (cells, decimal) => {
    expect(notationOf(cells)).toEqual({ decimal });
  });

  it('is contradicted by an amount that shows another one', () => {
    expect(notationOf(['12.50', '12,50'])).toEqual({ contradicted: '12,50' });
  });
});

describe('an amount', () => {
  it.each([
    ['37.90', '37.90'],
    ['-1598.70', '-1598.70'],
    ['+5', '5.00'],
    ['$1,234.50', '1234.50'],
    ['-$8.00', '-8.00'],
    ['$-8.00', '-8.00'],
    ['($8.00)', '-8.00'],
    ['8.00-', '-8.00'],
    ['\u22128.00', '-8.00'],
    ['EUR 12.50', '12.50'],
    ['12.50 €', '12.50'],
    ['â‚¬12.50', '12.50'],
    ['Â£12.50', '12.50'],
    ["1'234.50", '1234.50'],
    ['1 234.50', '1234.50'],
    ['1\u00A0234\u202F567.50', '1234567.50'],
    ['1,234', '1234.00'],
    ['.50', '0.50'],
  ])('%s is %s', (cell, decimal) => {
    expect(read(cell)).toBe(decimal);
  });

  it.each([
    ['€ 12,50', '12.50'],
    ['1.234,50', '1234.50'],
    ['1.234', '1234.00'],
    ['-0,45', '-0.45'],
  ])('%s is %s where the comma is decimal', (cell, decimal) => {
    expect(read(cell, ',')).toBe(decimal);
  });

  it.each(['1,234', '12.50', '1.234.567'])('%s depends on a notation that the file never showed', (cell) => {
    expect(readAmount(cell, eur, { decimal: undefined })).toBe('amount-ambiguous');
  });

  it.each([
    '',
    '-',
    'abc',
    '12.50.1',
    '1,23,456.00',
    '12,34',
    '12€50',
    '12-50',
    '12 50',
    '--8.00',
    '(8.00',
    '-(8.00)',
    '1.005',
    '1e3',
    'NaN',
    '12.5x',
    'USD 12.50',
    '=A1',
    '12.50 EUR EUR x',
  ])('"%s" is none', (cell) => {
    expect(read(cell)).toBe('amount');
  });

  it('of yen has no decimals', () => {
    const jpy = currency('JPY');
    expect(read('1,200', '.', jpy)).toBe('1200');
    expect(read('¥1,200', '.', jpy)).toBe('1200');
    expect(read('1200.5', '.', jpy)).toBe('amount');
  });

  it('is read as it was written, in either notation, with or without groups and sign', () => {
    const notations = fc.constantFrom<['.' | ',', string]>(
      ['.', ''],
      ['.', ','],
      [',', ''],
      [',', '.'],
      ['.', "'"],
      [',', ' '],
    );
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
        notations,
        fc.constantFrom('', '€', '€ ', 'EUR '),
        (minor, [decimal, group], sign) => {
          const amount = money(minor, 'EUR');
          const [whole = '', fraction = ''] = toDecimal(amount).replace('-', '').split('.');
          const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, group);
          const cell = `${minor < 0n ? '-' : ''}${sign}${grouped}${decimal}${fraction}`;
          expect(notationOf([cell])).toEqual({ decimal });
          expect(readAmount(cell, eur, { decimal })).toEqual(amount);
        },
      ),
    );
  });
});
