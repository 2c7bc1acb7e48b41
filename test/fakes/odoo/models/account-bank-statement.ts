import type { Odoo } from '../odoo';
import { userError } from '../odoo-error';
import type { Rules } from '../rules';
import { link, money, type Row, text, type Values } from '../row';

const STATEMENT = 'account.bank.statement';
const LINE = 'account.bank.statement.line';

const linesOf = (odoo: Odoo, statement: number): Row[] =>
  odoo
    .table(LINE)
    .by('statement_id', statement)
    .sort((a, b) => (text(a, 'internal_index') < text(b, 'internal_index') ? -1 : 1));

const total = (lines: readonly Row[]): bigint => lines.reduce((sum, line) => sum + money(line, 'amount'), 0n);

/** What the journal held before a statement's first line, by the statement before it and the loose lines since. */
function opening(odoo: Odoo, statement: Row): bigint {
  const first = linesOf(odoo, statement.id)[0];
  if (!first) return 0n;
  const earlier = odoo
    .table(LINE)
    .by('journal_id', link(first, 'journal_id'))
    .filter((line) => text(line, 'internal_index') < text(first, 'internal_index'))
    .sort((a, b) => (text(a, 'internal_index') < text(b, 'internal_index') ? -1 : 1));
  const at = earlier.findLastIndex((line) => link(line, 'statement_id') !== null);
  const before = odoo.table(STATEMENT).get(at < 0 ? null : link(earlier[at] ?? first, 'statement_id'));
  return (before ? money(before, 'balance_end_real') : 0n) + total(earlier.slice(at + 1));
}

/** A statement is valid when it opens with what the one before it closed with. */
export function statementIsValid(odoo: Odoo, statement: Row): boolean {
  const before = odoo
    .table(STATEMENT)
    .by('journal_id', link(statement, 'journal_id'))
    .filter((other) => text(other, 'first_line_index') < text(statement, 'first_line_index'))
    .sort((a, b) => (text(a, 'first_line_index') < text(b, 'first_line_index') ? 1 : -1))[0];
  return !before || money(statement, 'balance_start') === money(before, 'balance_end_real');
}

const closing = (odoo: Odoo, statement: Row): bigint =>
  money(statement, 'balance_start') + total(linesOf(odoo, statement.id));

function summarize(odoo: Odoo, statement: Row, said: Values): void {
  const lines = linesOf(odoo, statement.id);
  const journals = new Set(lines.map((line) => link(line, 'journal_id')));
  if (journals.size > 1) throw userError('A statement should only contain lines from the same journal.');
  const last = lines.at(-1);
  odoo.table(STATEMENT).patch(statement.id, {
    journal_id: last ? link(last, 'journal_id') : (statement.journal_id ?? null),
    date: last
      ? text(odoo.table('account.move').must(link(last, 'move_id')), 'date')
      : (statement.date ?? null),
    currency_id: last ? link(last, 'currency_id') : odoo.companyCurrency(),
    first_line_index: lines[0]?.internal_index ?? null,
    company_id: 1,
  });
  if (said.balance_start === undefined) {
    odoo.table(STATEMENT).patch(statement.id, { balance_start: opening(odoo, statement) });
  }
  if (said.balance_end_real === undefined) {
    odoo.table(STATEMENT).patch(statement.id, { balance_end_real: closing(odoo, statement) });
  }
}

export const accountBankStatement: Rules = {
  order: 'first_line_index desc',
  created: (odoo, statement, vals) => summarize(odoo, statement, vals),
  write: (odoo, ids, vals, context) => {
    odoo.update(STATEMENT, ids, vals, context);
    for (const statement of odoo.rows(STATEMENT, ids)) summarize(odoo, statement, vals);
  },
  unlink: (odoo, ids) => {
    for (const id of ids) {
      for (const line of linesOf(odoo, id)) odoo.table(LINE).patch(line.id, { statement_id: null });
    }
    odoo.remove(STATEMENT, ids);
  },
  computed: {
    balance_end: closing,
    is_complete: (odoo, statement) =>
      linesOf(odoo, statement.id).length > 0 &&
      closing(odoo, statement) === money(statement, 'balance_end_real'),
    is_valid: statementIsValid,
  },
};
