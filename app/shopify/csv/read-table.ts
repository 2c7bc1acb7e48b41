import { parse, CsvError } from 'csv-parse/sync';
import { CsvRejected } from './csv-rejected';

export interface TableRow {
  /** The line on which the row ends. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
}

/** A header and its rows, as they are: see `fitted`. Throws CsvRejected on a text that is no table. */
export function readTable(text: string): Table {
  // Excel writes its separator above the header.
  const stated = /^sep=(.)\r?\n/i.exec(text);
  const body = stated ? text.slice(stated[0].length) : text;
  const above = stated ? 1 : 0;
  const [header, ...rows] = records(body, stated?.[1] ?? separatorOf(body))
    .map(({ line, cells }) => ({ line: line + above, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (!header) throw new CsvRejected('empty');
  return { header: header.cells, rows };
}

/**
 * A row with a cell for each name of the header. Trailing empty cells come from spreadsheets; whatever else does not fit
 * is a row broken in two or run together, and is refused.
 */
export function fitted({ line, cells }: TableRow, width: number): TableRow {
  const tooMany = cells.slice(width).some((cell) => cell !== '');
  if (cells.length < width || tooMany) {
    throw new CsvRejected(
      'column-count',
      { line },
      { actual: String(cells.length), expected: String(width) },
    );
  }
  return { line, cells: cells.slice(0, width) };
}

function separatorOf(text: string): string {
  const [firstLine = ''] = text.trimStart().split(/\r|\n/, 1);
  const counts = [',', ';', '\t'].map((separator) => ({
    separator,
    count: firstLine.split(separator).length,
  }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).separator;
}

function records(text: string, delimiter: string): TableRow[] {
  try {
    const read = parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as readonly { record: string[]; info: { lines: number } }[];
    return read.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = (error as { lines?: unknown }).lines;
    throw new CsvRejected('other', typeof line === 'number' ? { line } : {}, { message: error.message });
  }
}
