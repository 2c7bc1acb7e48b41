import { CsvRejected } from './csv-rejected';

const required = {
  date: 'Transaction Date',
  type: 'Type',
  order: 'Order',
  status: 'Payout Status',
  payoutDate: 'Payout Date',
  amount: 'Amount',
  fee: 'Fee',
  net: 'Net',
  currency: 'Currency',
} as const;

/** Older exports name no payout; only European ones state the VAT of fees; the checkout tells two equal payments apart. */
const optional = { payout: 'Payout ID', vat: 'VAT', checkout: 'Checkout' } as const;

export const columnNames = { ...required, ...optional };
export type Column = keyof typeof columnNames;

/** Where each column stands. Others (cards, business entities, presentment) are read by nobody and kept with the row. */
export type Columns = { readonly [Name in keyof typeof required]: number } & {
  readonly [Name in keyof typeof optional]: number | undefined;
};

/** Finds the columns of any version of the transactions export. Throws CsvRejected where it is none. */
export function columnsOf(header: readonly string[]): Columns {
  const plain = (name: string) =>
    name
      .trim()
      .replaceAll(/[\s_]+/g, ' ')
      .toLowerCase();
  const places = new Map<string, number>();
  for (const [index, name] of header.entries()) if (!places.has(plain(name))) places.set(plain(name), index);
  const missing = Object.values(required).filter((name) => !places.has(plain(name)));
  // A file that has hardly any of them is another file; one that lacks a few was cut.
  if (missing.length > 4) throw new CsvRejected('header-unknown', { line: 1 });
  if (missing[0])
    throw new CsvRejected('header-missing', { line: 1, column: missing[0] }, { name: missing[0] });
  const place = (name: string) => places.get(plain(name));
  return Object.fromEntries(
    Object.entries(columnNames).map(([key, name]) => [key, place(name)]),
  ) as unknown as Columns;
}
