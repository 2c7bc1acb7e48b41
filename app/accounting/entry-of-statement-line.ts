import type { Books } from './books';
import type { Entry } from './entry';
import type { StatementLine } from './statement-line';

/** The journal entry of a statement line in the clearing journal; amounts in the payout's currency. */
export function entryOfStatementLine(line: StatementLine, books: Books): Entry {
  return {
    key: line.key,
    kind: line.kind === 'transfer' ? 'transfer' : 'statement-line',
    journal: books.clearing.journal,
    date: line.date,
    reference: line.label,
    items: line.items.map(({ account, label, balance }) => ({ account, label, balance })),
  };
}
