import type { Odoo } from '../odoo';
import { link, money, type Row, text } from '../row';
import { itemsOf, MOVE } from './columns';

const STATEMENT_LINE = 'account.bank.statement.line';

/** What of the line still stands on the suspense account. */
export function residual(odoo: Odoo, line: Row): bigint {
  const journal = odoo.table('account.journal').must(link(line, 'journal_id'));
  return itemsOf(odoo, link(line, 'move_id') ?? 0)
    .filter((item) => item.account_id === journal.suspense_account_id)
    .reduce((sum, item) => sum + money(item, 'amount_currency'), 0n);
}

/** What the journal held after this line: the last statement's opening and the posted lines from there on. */
export function runningBalance(odoo: Odoo, line: Row): bigint {
  const journal = link(line, 'journal_id');
  const statement = odoo
    .table('account.bank.statement')
    .by('journal_id', journal)
    .filter((one) => text(one, 'first_line_index') <= text(line, 'internal_index'))
    .sort((a, b) => (text(a, 'first_line_index') < text(b, 'first_line_index') ? 1 : -1))[0];
  const from = statement ? text(statement, 'first_line_index') : '';
  return odoo
    .table(STATEMENT_LINE)
    .by('journal_id', journal)
    .filter(
      (one) =>
        from <= text(one, 'internal_index') && text(one, 'internal_index') <= text(line, 'internal_index'),
    )
    .filter((one) => text(odoo.table(MOVE).must(link(one, 'move_id')), 'state') === 'posted')
    .reduce((sum, one) => sum + money(one, 'amount'), statement ? money(statement, 'balance_start') : 0n);
}
