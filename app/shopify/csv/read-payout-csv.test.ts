import { describe, expect, it } from 'vitest';
import { toDecimal } from '../../accounting/money';
import { without } from '../../../test/support/without';
import type { CsvPayout } from './payout-csv';
import { file, fixture, header, inShort, read, row } from '../../../test/support/csv-file';

describe('the European export, with VAT', () => {
  const { payouts, pending, warnings } = read(fixture('eu-with-vat'));

  it('holds two payouts and a row that is not paid out yet', () => {
    expect(payouts.map(inShort)).toEqual([
      ['140769394954', '2026-06-12', 'paid', '61.80', 'EUR', 4],
      ['140769394999', '2026-06-15', 'paid', '48.95', 'EUR', 1],
    ]);
    expect(pending.map(({ order, net }) => [order?.name, toDecimal(net)])).toEqual([['#1004', '9.61']]);
    expect(pending[0]?.payout).toBeUndefined();
    expect(warnings).toEqual([]);
  });

  it('says of each row its type, order, amounts and the VAT of its fee', () => {
    const rows = payouts[0]?.transactions.map(({ type, order, amount, fee, feeVat, net }) => [
      type,
      order?.name,
      ...[amount, fee, feeVat ?? fee, net].map(toDecimal),
    ]);
    expect(rows).toEqual([
      ['CHARGE', '#1001', '37.90', '1.10', '0.19', '36.80'],
      ['CHARGE', '#1002', '100.00', '2.10', '0.36', '97.90'],
      ['REFUND', '#1001', '-37.90', '0.00', '0.00', '-37.90'],
      ['DISPUTE_WITHDRAWAL', '#0990', '-20.00', '15.00', '0.00', '-35.00'],
    ]);
  });

  it('keeps each row as the file has it', () => {
    expect(payouts[0]?.raw[1]).toMatchObject({
      'Presentment Amount': '108.40',
      'Presentment Currency': 'USD',
      'Card Brand': 'master',
    });
  });

  it('takes what the payout’s own row says, also where it is not the sum of the others', () => {
    const text = fixture('eu-with-vat').toString().replaceAll('-61.80', '-61.79');
    const [payout] = read(text).payouts;
    expect(payout && inShort(payout)).toEqual(['140769394954', '2026-06-12', 'paid', '61.79', 'EUR', 4]);
  });
});

describe('the other versions of the export', () => {
  it('with business entities is read past them, and past commas in their names', () => {
    const { payouts } = read(fixture('business-entities'));
    expect(payouts.map(inShort)).toEqual([['148156579998', '2026-09-01', 'paid', '331.83', 'AED', 2]]);
    expect(payouts[0]?.transactions[0]?.feeVat).toBeUndefined();
    expect(payouts[0]?.raw[0]?.['Business Entity Name']).toBe('Palm Garden, LLC');
  });

  it('the short one, after a spreadsheet, has dollar signs and other dates', () => {
    const { payouts, pending } = read(fixture('short-form'));
    expect(payouts.map(inShort)).toEqual([['148156570001', '2026-06-12', 'paid', '1002.80', 'USD', 2]]);
    expect(pending).toHaveLength(1);
  });

  it('the old one names no payout: it is named by its day and currency, and that is said', () => {
    const { payouts, pending, warnings } = read(fixture('without-payout-id'));
    expect(payouts.map(inShort)).toEqual([
      ['csv-2021-09-03-EUR', '2021-09-03', 'paid', '86.78', 'EUR', 2],
      ['csv-2021-09-06-EUR', '2021-09-06', 'paid', '-10.00', 'EUR', 1],
      ['csv-2021-09-06-USD', '2021-09-06', 'paid', '19.12', 'USD', 1],
    ]);
    expect(pending).toHaveLength(1);
    expect(warnings.map(({ reason, line, facts }) => [reason, line, facts['payout']])).toEqual([
      ['payout-id-made', 2, 'csv-2021-09-03-EUR'],
      ['payout-id-made', 4, 'csv-2021-09-06-EUR'],
      ['payout-id-made', 5, 'csv-2021-09-06-USD'],
    ]);
  });
});

describe('a file from a spreadsheet', () => {
  const plain = read(file(row));

  it.each<[string, string | Uint8Array]>([
    ['semicolons', file(row).replaceAll(',', ';')],
    ['tabs', file(row).replaceAll(',', '\t')],
    ['Excel’s own line about its separator', `sep=;\n${file(row).replaceAll(',', ';')}`],
    ['semicolons and decimal commas', file(row).replaceAll(',', ';').replaceAll('.', ',')],
    ['Windows line ends', file(row).replaceAll('\n', '\r\n')],
    ['old Mac line ends', file(row).replaceAll('\n', '\r')],
    ['a byte order mark', `\uFEFF${file(row)}`],
    ['a byte order mark in bytes', Buffer.from(`\uFEFF${file(row)}`)],
    ['a byte order mark that was read with the wrong letters', `ï»¿${file(row)}`],
    ['UTF-16', Buffer.from(`\uFEFF${file(row)}`, 'utf16le')],
    [
      'quotes around everything',
      file(row)
        .split('\n')
        .map((line) =>
          line
            .split(',')
            .map((cell) => `"${cell}"`)
            .join(','),
        )
        .join('\n'),
    ],
    ['empty lines and rows', `${header}\n\n${row}\n,,,,,,,,,\n\n`],
    ['trailing empty cells', file(row).replaceAll('\n', ',,\n')],
    ['other capitals in the header', file(row).replace(header, header.toUpperCase())],
    [
      'columns in another order',
      [
        'Net,Fee,Amount,Currency,Payout ID,Payout Date,Payout Status,Order,Type,Transaction Date',
        '36.80,1.10,37.90,EUR,42,2026/6/12,Paid,#1001,Charge,2026-06-09 08:12:31 UTC',
      ].join('\n'),
    ],
  ])('with %s is the same file', (_, changed) => {
    const { payouts } = read(changed);
    const comparable = (list: readonly CsvPayout[]) => list.map((payout) => without(payout, 'raw'));
    expect(comparable(payouts)).toEqual(comparable(plain.payouts));
  });

  it('in Windows-1252 is read, and said to be guessed', () => {
    const bytes = Buffer.concat([
      Buffer.from(`${header}\n${row.replace('37.90', '')}`.split(',1.10')[0] ?? ''),
      Buffer.from([0x80]),
      Buffer.from('37.90,1.10,36.80,EUR\n'),
    ]);
    const { payouts, warnings } = read(bytes);
    expect(payouts.map(inShort)).toEqual([['42', '2026-06-12', 'paid', '36.80', 'EUR', 1]]);
    expect(warnings.map(({ reason }) => reason)).toEqual(['encoding-guessed']);
  });

  it('has its decimal separator decided by the whole file', () => {
    const other = row.replace('37.90,1.10,36.80', '"1,037","0.10","1,036.90"');
    expect(read(file(other)).payouts.map(({ net }) => toDecimal(net))).toEqual(['1036.90']);
  });
});

describe('what the rows say', () => {
  const types = (word: string, amount: string) =>
    read(
      file(row.replace('charge', word).replace('37.90,1.10,36.80', `${amount},0.00,${amount}`)),
    ).payouts[0]?.transactions.map(({ type }) => type);

  it.each([
    ['charge', '5.00', 'CHARGE'],
    ['refund', '-5.00', 'REFUND'],
    ['chargeback', '-5.00', 'DISPUTE_WITHDRAWAL'],
    ['chargeback', '5.00', 'DISPUTE_REVERSAL'],
    ['dispute', '5.00', 'DISPUTE_REVERSAL'],
    ['adjustment', '-5.00', 'ADJUSTMENT'],
    ['reserved_funds', '-5.00', 'RESERVED_FUNDS'],
    ['Reserved Funds', '5.00', 'RESERVED_FUNDS_REVERSAL'],
    ['shipping_label', '-5.00', 'SHIPPING_LABEL'],
    ['payout_failure', '5.00', 'TRANSFER_FAILURE'],
    ['hologram', '5.00', 'HOLOGRAM'],
  ])('"%s" of %s is a %s', (word, amount, type) => {
    expect(types(word, amount)).toEqual([type]);
  });

  it('a net that is not amount less fee is kept: it becomes a finding', () => {
    const [payout] = read(file(row.replace('36.80', '36.79'))).payouts;
    expect(payout && toDecimal(payout.net)).toBe('36.79');
  });

  it.each([
    ['in_transit', 'in-transit', []],
    ['Scheduled', 'scheduled', []],
    ['failed', 'failed', []],
    ['cancelled', 'canceled', []],
    ['hologram', 'scheduled', ['status-unknown']],
  ])('a payout that is "%s" is %s', (word, status, reasons) => {
    const { payouts, warnings } = read(file(row.replace('paid', word)));
    expect(payouts.map((payout) => payout.status)).toEqual([status]);
    expect(warnings.map(({ reason }) => reason)).toEqual(reasons);
  });

  it('a payout whose rows disagree is as final as the least of them', () => {
    const { payouts, warnings } = read(file(row, row.replace('paid', 'scheduled')));
    expect(payouts[0]?.status).toBe('scheduled');
    expect(warnings).toEqual([{ reason: 'status-mixed', facts: { payout: '42', value: 'paid, scheduled' } }]);
  });
});

describe('the ids of its rows', () => {
  const idsIn = (text: string) =>
    read(text).payouts.flatMap(({ transactions }) => transactions.map(({ id }) => id as string));

  it('are the same in every import of the file, and different for every row', () => {
    const text = fixture('eu-with-vat').toString();
    expect(idsIn(text)).toEqual(idsIn(text));
    expect(new Set(idsIn(text)).size).toBe(5);
  });

  it('tell equal rows apart, and stay when another row comes before them', () => {
    const [first, second] = idsIn(file(row, row));
    expect(first).not.toBe(second);
    expect(idsIn(file(row.replace('#1001', '#1000'), row, row)).slice(1)).toEqual([first, second]);
  });
});
