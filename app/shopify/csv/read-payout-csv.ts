import { CsvRejected } from './csv-rejected';
import { columnNames, columnsOf, type Columns } from './csv-columns';
import { decodeFile } from './decode-file';
import { notationOf, type AmountNotation } from './amount-notation';
import type { CsvWarning, PayoutCsv } from './payout-csv';
import { payoutsOfRows } from './payouts-of-rows';
import { fitted, readTable, type Table } from './read-table';
import { rowIds } from './row-ids';
import { readRow, type ReadRow } from './read-row';

/**
 * Reads Shopify's export of payout transactions, in all its versions, also after a spreadsheet. `timeZone` (IANA) is the
 * shop's: it places moments that name no offset. Throws CsvRejected, with line and column, on a file that is not whole.
 */
export function readPayoutCsv(file: string | Uint8Array, { timeZone = 'UTC' } = {}): PayoutCsv {
  const { text, guessed } = decodeFile(file);
  if (text.trim() === '') throw new CsvRejected('empty');
  const { header, rows: lines } = readTable(text);
  const columns = columnsOf(header);
  const table = { header, rows: lines.map((row) => fitted(row, header.length)) };
  const notation = notationIn(table, columns);
  const nameRow = rowIds();
  const rows: ReadRow[] = table.rows.map((row) =>
    readRow(row, { header, columns, notation, timeZone, nameRow }),
  );
  const read = payoutsOfRows(rows);
  const warnings: CsvWarning[] = guessed ? [{ reason: 'encoding-guessed', facts: {} }] : [];
  return { ...read, warnings: [...warnings, ...read.warnings] };
}

/** Amounts, fees, nets and VAT are written alike in one file; two notations in one file are a file put together. */
function notationIn({ rows }: Table, columns: Columns): AmountNotation {
  const amounts = [columns.amount, columns.fee, columns.net, columns.vat].filter(
    (place) => place !== undefined,
  );
  const notation = notationOf(rows.flatMap(({ cells }) => amounts.map((place) => cells[place] ?? '')));
  if (!('contradicted' in notation)) return notation;
  const value = notation.contradicted;
  const row = rows.find(({ cells }) => amounts.some((place) => cells[place] === value));
  const column = (['amount', 'fee', 'net', 'vat'] as const).find(
    (name) => row?.cells[columns[name] ?? -1] === value,
  );
  throw new CsvRejected(
    'amount-ambiguous',
    { ...(row ? { line: row.line } : {}), column: columnNames[column ?? 'amount'] },
    { value },
  );
}
