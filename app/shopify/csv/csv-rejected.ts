/** Why a file is refused; each has its sentence in every language. */
export type CsvRejection =
  | 'empty'
  | 'not-csv'
  | 'header-unknown'
  | 'header-missing'
  | 'column-count'
  | 'amount'
  | 'amount-ambiguous'
  | 'date'
  | 'currency'
  | 'payout-id'
  | 'other';

export interface CsvPlace {
  /** Counted from 1, as a text editor does; the header is line 1. */
  readonly line?: number;
  /** The column's name as the file writes it. */
  readonly column?: string;
}

/** A file that cannot be read whole. Nothing of it is imported: a payout with a row missing would not add up. */
export class CsvRejected extends Error {
  readonly line: number | undefined;
  readonly column: string | undefined;

  constructor(
    readonly reason: CsvRejection,
    place: CsvPlace = {},
    /** Words for the sentence: the value that was found, what was expected. */
    readonly facts: Readonly<Record<string, string>> = {},
  ) {
    const where = [place.line && `line ${String(place.line)}`, place.column && `column ${place.column}`];
    super([reason, ...where.filter(Boolean), ...Object.values(facts)].join(', '));
    this.name = 'CsvRejected';
    this.line = place.line;
    this.column = place.column;
  }
}
