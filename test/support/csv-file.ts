import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toDecimal } from '../../app/accounting/money';
import type { CsvPayout } from '../../app/shopify/csv/payout-csv';
import { readPayoutCsv } from '../../app/shopify/csv/read-payout-csv';

const fixtures = join(import.meta.dirname, '../../app/shopify/csv/fixtures');

/** An export as Shopify wrote it. */
export const fixture = (name: string) => readFileSync(join(fixtures, `${name}.csv`));
export const read = (file: string | Uint8Array) => readPayoutCsv(file, { timeZone: 'Europe/Amsterdam' });

/** A payout in short: id, day, status, net, and how many transactions. */
export const inShort = ({ id, issuedOn, status, net, currency, transactions }: CsvPayout) =>
  [id, issuedOn, status, toDecimal(net), currency, transactions.length] as const;

export const header =
  'Transaction Date,Type,Order,Payout Status,Payout Date,Payout ID,Amount,Fee,Net,Currency';
export const row = '2026-06-09 10:12:31 +0200,charge,#1001,paid,2026-06-12,42,37.90,1.10,36.80,EUR';
export const file = (...rows: string[]) => [header, ...rows, ''].join('\n');
