import { describe, expect, it } from 'vitest';
import { CsvRejected } from './csv-rejected';
import { file, read, row } from '../../../test/support/csv-file';

describe('a broken file is refused', () => {
  const refusal = (text: string | Uint8Array) => {
    try {
      read(text);
    } catch (error) {
      if (error instanceof CsvRejected) return [error.reason, error.line, error.column, error.facts];
      throw error;
    }
    throw new Error('it was read');
  };
  const broken = (from: string, to: string) => file(row, row.replace(from, to));

  it.each<[string, string | Uint8Array, readonly unknown[]]>([
    ['without a letter in it', '', ['empty', undefined, undefined, {}]],
    ['of empty lines', '\n\n  \n', ['empty', undefined, undefined, {}]],
    [
      'that is a spreadsheet itself',
      Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0]),
      ['not-csv', undefined, undefined, {}],
    ],
    [
      'that is another list',
      'Payout Date,Status,Charges,Refunds,Total,Currency\n',
      ['header-unknown', 1, undefined, {}],
    ],
    ['without its header', `${row}\n`, ['header-unknown', 1, undefined, {}]],
    ['without the fee', file(row).replace('Fee,', ''), ['header-missing', 1, 'Fee', { name: 'Fee' }]],
    [
      'with a row that is too short',
      broken(',36.80,EUR', ''),
      ['column-count', 3, undefined, { actual: '8', expected: '10' }],
    ],
    [
      'with a row that is too long',
      broken('36.80', '36,80'),
      ['column-count', 3, undefined, { actual: '11', expected: '10' }],
    ],
    ['with an amount that is none', broken('37.90', 'n/a'), ['amount', 3, 'Amount', { value: 'n/a' }]],
    [
      'with an amount of no shop',
      broken('37.90', '1'.repeat(20)),
      ['amount', 3, 'Amount', { value: '1'.repeat(20) }],
    ],
    ['with a fee that is empty', broken('1.10', ''), ['amount', 3, 'Fee', { value: '' }]],
    ['with a net of three decimals', broken('36.80', '36.805'), ['amount', 3, 'Net', { value: '36.805' }]],
    [
      'with two notations of amounts',
      broken('36.80', '"36,80"'),
      ['amount-ambiguous', 3, 'Net', { value: '36,80' }],
    ],
    [
      'with amounts that may be thousands or thousandths',
      file(row.replace('37.90,1.10,36.80', '"1,234","1","1,233"')),
      ['amount-ambiguous', 2, 'Amount', { value: '1,234' }],
    ],
    [
      'with a date of two readings',
      broken('2026-06-12', '12/06/2026'),
      ['date', 3, 'Payout Date', { value: '12/06/2026' }],
    ],
    [
      'with a moment that does not exist',
      broken('2026-06-09 10', '2026-06-31 10'),
      ['date', 3, 'Transaction Date', { value: '2026-06-31 10:12:31 +0200' }],
    ],
    [
      'with a currency that ISO does not list',
      broken('EUR', 'EURO'),
      ['currency', 3, 'Currency', { value: 'EURO' }],
    ],
    [
      'with a payout’s number that a spreadsheet has rounded',
      broken(',42,', ',1.40769E+11,'),
      ['payout-id', 3, 'Payout ID', { value: '1.40769E+11' }],
    ],
  ])('%s', (_, text, expected) => {
    expect(refusal(text)).toEqual(expected);
  });

  it('whose quotes do not close, with the line', () => {
    const [reason, line] = refusal(broken('#1001', '"#1001'));
    expect([reason, typeof line]).toEqual(['other', 'number']);
  });
});
