import type { BalanceTransaction } from '../../accounting/balance-transaction';
import type { CalendarDate } from '../../accounting/calendar-date';
import { currency as readCurrency, type Currency } from '../../accounting/currency';
import { balanceTransactionId, payoutId } from '../../accounting/ids';
import { absolute, type Money } from '../../accounting/money';
import { readAmount, type AmountNotation } from './amount-notation';
import { columnNames, type Column, type Columns } from './csv-columns';
import { dayOf, instantOf } from './csv-dates';
import { CsvRejected } from './csv-rejected';
import { typeOfCsv } from './csv-types';
import type { TableRow } from './read-table';

/** In minor units. No transaction of Shopify's is that large; a slipped column is, and a sum of them must fit in the database. */
const largest = 10n ** 13n;

/** A row in our words, with what its payout is called and how it stands. */
export interface ReadRow {
  readonly line: number;
  readonly transaction: BalanceTransaction;
  /** The export's own number of the payout, or one made of its day and currency; absent while pending. */
  readonly payout?: { readonly id: string; readonly made: boolean };
  readonly payoutDate?: CalendarDate;
  readonly status: string;
  readonly currency: Currency;
  readonly raw: Readonly<Record<string, string>>;
}

export interface RowReading {
  readonly header: readonly string[];
  readonly columns: Columns;
  readonly notation: AmountNotation;
  readonly timeZone: string;
  readonly nameRow: (content: readonly string[]) => string;
}

/** One row of the export. Throws CsvRejected with its line and the column that cannot be read. */
export function readRow({ line, cells }: TableRow, reading: RowReading): ReadRow {
  const { columns, timeZone } = reading;
  const cell = (column: Column) => cells[columns[column] ?? -1] ?? '';
  const reject = (reason: 'date' | 'currency' | 'payout-id', column: Column): never => {
    throw new CsvRejected(reason, { line, column: columnNames[column] }, { value: cell(column) });
  };
  const unit = currencyOf(cell('currency')) ?? reject('currency', 'currency');
  const amountIn = (column: Column): Money => {
    const amount = readAmount(cell(column), unit, reading.notation);
    if (typeof amount !== 'string' && absolute(amount).minor <= largest) return amount;
    const reason = typeof amount === 'string' ? amount : 'amount';
    throw new CsvRejected(reason, { line, column: columnNames[column] }, { value: cell(column) });
  };
  const [amount, fee, net] = [amountIn('amount'), amountIn('fee'), amountIn('net')];
  const occurredAt = instantOf(cell('date'), timeZone) ?? reject('date', 'date');
  const payoutDate =
    cell('payoutDate') === '' ? undefined : (dayOf(cell('payoutDate')) ?? reject('date', 'payoutDate'));
  // A spreadsheet turns a long number into 1.40769E+11: that is no payout any more.
  if (!/^[\w-]*$/.test(cell('payout'))) reject('payout-id', 'payout');
  const status = cell('status')
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
  const payout = payoutOf(cell('payout'), status, payoutDate, unit);
  const type = typeOfCsv(cell('type'), amount);
  const order = /^-?$/.test(cell('order')) ? undefined : cell('order');
  const minor = [amount, fee, net].map((one) => String(one.minor));
  const content = [payout?.id ?? '', order ?? '', type, occurredAt, unit, ...minor, cell('checkout')];
  return {
    line,
    transaction: {
      id: balanceTransactionId(reading.nameRow(content)),
      type,
      occurredAt,
      amount,
      fee,
      ...(cell('vat') === '' ? {} : { feeVat: amountIn('vat') }),
      net,
      test: false,
      ...(payout ? { payout: payoutId(payout.id) } : {}),
      ...(order === undefined ? {} : { order: { name: order } }),
    },
    ...(payout ? { payout } : {}),
    ...(payoutDate ? { payoutDate } : {}),
    status,
    currency: unit,
    raw: Object.fromEntries(reading.header.map((name, index) => [name, cells[index] ?? ''])),
  };
}

function payoutOf(
  id: string,
  status: string,
  date: CalendarDate | undefined,
  currency: Currency,
): ReadRow['payout'] | undefined {
  if (id !== '') return { id, made: false };
  if (status === 'pending' || !date) return undefined;
  return { id: `csv-${date}-${currency}`, made: true };
}

function currencyOf(code: string): Currency | undefined {
  try {
    return readCurrency(code);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
