import { ITEM, itemsOf, MOVE, rateOn } from '../accounting/columns';
import { createItem, refreshResidual, updateItem } from '../accounting/items';
import { post } from '../accounting/post';
import { unreconcile } from '../accounting/reconcile';
import { fixed, fromMinor, minorOf, over, toMinor } from '../fixed';
import type { Odoo } from '../odoo';
import { userError } from '../odoo-error';
import { onRecords, type Rules } from '../rules';
import { figure, link, money, type Row, text, type Values } from '../row';
import { residual, runningBalance } from '../accounting/statement-line-balances';
import { refuseUnbalanced } from './account-move';
import { statementIsValid } from './account-bank-statement';

export const STATEMENT_LINE = 'account.bank.statement.line';

const OWN = [
  'id',
  'journal_id',
  'company_id',
  'partner_id',
  'currency_id',
  'amount',
  'amount_currency',
  'foreign_currency_id',
  'payment_ref',
  'statement_id',
  'sequence',
  'internal_index',
  'is_reconciled',
  'amount_residual',
  'partner_name',
  'account_number',
  'transaction_type',
  'transaction_details',
  'running_balance',
  'statement_complete',
  'statement_valid',
  'statement_balance_end_real',
  'statement_name',
  'display_name',
  'payment_ids',
  'create_date',
  'create_uid',
  'write_date',
  'write_uid',
];

function create(odoo: Odoo, vals: Values): number {
  const { line_ids: lines, counterpart_account_id: counterpart, ...rest } = vals;
  const ofMove = Object.fromEntries(
    Object.entries(rest).filter(
      ([name]) => !OWN.includes(name) && name !== 'date' && odoo.fieldsOf(MOVE).has(name),
    ),
  );
  const statement = odoo
    .table('account.bank.statement')
    .get(rest.statement_id ? Number(rest.statement_id) : null);
  const journalId = rest.journal_id
    ? Number(rest.journal_id)
    : statement
      ? link(statement, 'journal_id')
      : null;
  const journal = odoo
    .table('account.journal')
    .get(journalId ?? odoo.table('account.journal').by('type', 'bank')[0]?.id ?? null);
  if (!journal) throw userError('A statement line needs a journal.');
  const date = typeof rest.date === 'string' ? rest.date : odoo.today();
  const move = odoo.table(MOVE).must(
    odoo.create(MOVE, {
      ...ofMove,
      move_type: 'entry',
      journal_id: journal.id,
      date,
      partner_id: rest.partner_id ?? false,
    }),
  );
  const own = Object.fromEntries(Object.entries(rest).filter(([name]) => OWN.includes(name)));
  const currency = link(journal, 'currency_id') ?? odoo.companyCurrency();
  const line = odoo.table(STATEMENT_LINE).insert({
    ...odoo.columns(STATEMENT_LINE, own),
    journal_id: journal.id,
    currency_id: currency,
    company_id: 1,
    move_id: move.id,
    amount: minorOf(own.amount, odoo.digits(currency)),
    amount_currency: minorOf(
      own.amount_currency,
      odoo.digits(own.foreign_currency_id ? Number(own.foreign_currency_id) : currency),
    ),
    sequence: own.sequence ? Number(own.sequence) : 1,
    create_date: odoo.now(),
    write_date: odoo.now(),
  });
  odoo.table(STATEMENT_LINE).patch(line.id, { internal_index: indexOf(line, date) });
  odoo.table(MOVE).patch(move.id, { statement_line_id: line.id });
  if (Array.isArray(lines) && lines.length > 0) odoo.write(MOVE, [move.id], { line_ids: lines });
  else addDefaultItems(odoo, line, move, counterpart ? Number(counterpart) : null);
  refuseBrokenLine(odoo, move, journal);
  refuseUnbalanced(odoo, move);
  post(odoo, [move.id]);
  return line.id;
}

const indexOf = (line: Row, date: string): string =>
  date.replaceAll('-', '') +
  String(2147483647 - figure(line, 'sequence')).padStart(10, '0') +
  String(line.id).padStart(10, '0');

/** The bank's side, and the other side on the suspense account until someone says where it belongs. */
function addDefaultItems(odoo: Odoo, line: Row, move: Row, counterpart: number | null): void {
  const journal = odoo.table('account.journal').must(link(line, 'journal_id'));
  const currency = link(line, 'currency_id');
  const foreignCurrency = link(line, 'foreign_currency_id');
  const amount = money(line, 'amount');
  const inCompany = (sum: bigint) =>
    toMinor(
      over(fromMinor(sum, odoo.digits(currency)), fixed(rateOn(odoo, currency, text(move, 'date')))),
      odoo.digits(null),
    );
  const balance = currency === odoo.companyCurrency() ? amount : inCompany(amount);
  const shared = { name: text(line, 'payment_ref'), partner_id: link(line, 'partner_id') ?? false };
  const add = (account: number | null, sum: bigint, own: bigint, inCurrency: number | null) => {
    const item = createItem(odoo, move, { ...shared, account_id: account, currency_id: inCurrency ?? false });
    odoo.table(ITEM).patch(item.id, { balance: sum, amount_currency: own, currency_id: inCurrency });
  };
  add(link(journal, 'default_account_id'), balance, amount, currency);
  const other = counterpart ?? link(journal, 'suspense_account_id');
  if (foreignCurrency) add(other, -balance, -money(line, 'amount_currency'), foreignCurrency);
  else add(other, -balance, -amount, currency);
}

function refuseBrokenLine(odoo: Odoo, move: Row, journal: Row): void {
  const liquidity = itemsOf(odoo, move.id).filter((item) => item.account_id === journal.default_account_id);
  if (liquidity.length > 0) return;
  throw userError(
    `The journal entry ${odoo.displayName(MOVE, move.id)} reached an invalid state regarding its related statement line.\n` +
      'To be consistent, the journal entry must always have exactly one journal item involving the bank/cash account.',
  );
}

function write(odoo: Odoo, ids: readonly number[], vals: Values): void {
  const { line_ids: lines, ...rest } = vals;
  for (const line of odoo.rows(STATEMENT_LINE, ids)) {
    const move = odoo.table(MOVE).must(link(line, 'move_id'));
    if (Array.isArray(lines)) odoo.write(MOVE, [move.id], { line_ids: lines });
    const own = Object.fromEntries(Object.entries(rest).filter(([name]) => OWN.includes(name)));
    const ofMove = Object.fromEntries(
      Object.entries(rest).filter(([name]) => !OWN.includes(name) && name !== 'counterpart_account_id'),
    );
    odoo
      .table(STATEMENT_LINE)
      .patch(line.id, { ...odoo.columns(STATEMENT_LINE, own), write_date: odoo.now() });
    odoo.table(STATEMENT_LINE).patch(line.id, odoo.amounts(STATEMENT_LINE, line, own));
    if (Object.keys(ofMove).length > 0) odoo.write(MOVE, [move.id], ofMove);
    if (own.payment_ref !== undefined && lines === undefined) {
      for (const item of itemsOf(odoo, move.id)) updateItem(odoo, item.id, { name: own.payment_ref });
    }
    odoo.table(STATEMENT_LINE).patch(line.id, { internal_index: indexOf(line, text(move, 'date')) });
  }
}

function unlink(odoo: Odoo, ids: readonly number[]): void {
  for (const line of odoo.rows(STATEMENT_LINE, ids)) {
    const statement = odoo.table('account.bank.statement').get(link(line, 'statement_id'));
    if (odoo.version === 19 && statement && statementIsValid(odoo, statement)) {
      throw userError(
        'You can not delete a transaction from a valid statement.\nIf you want to delete it, please remove the statement first.',
      );
    }
    const move = link(line, 'move_id') ?? 0;
    if (odoo.version === 17) refuseMatched(odoo, move);
    odoo.remove(STATEMENT_LINE, [line.id]);
    odoo.unlink(MOVE, [move], { force_delete: true });
  }
}

/** 17 wants its items unmatched first; 19 does that itself. */
function refuseMatched(odoo: Odoo, move: number): void {
  if (!itemsOf(odoo, move).some((item) => text(item, 'matching_number').match(/^P?\d/))) return;
  throw userError(
    'You cannot do this modification on a reconciled journal entry. You can just change some non legal fields or you must unreconcile first.\n' +
      `Journal Entry (id): ${text(odoo.table(MOVE).must(move), 'name')} (${move})`,
  );
}

function undoReconciliation(odoo: Odoo, ids: readonly number[]): void {
  for (const line of odoo.rows(STATEMENT_LINE, ids)) {
    const move = odoo.table(MOVE).must(link(line, 'move_id'));
    const items = itemsOf(odoo, move.id).map((item) => item.id);
    unreconcile(odoo, items);
    odoo.remove(ITEM, items);
    addDefaultItems(odoo, line, move, null);
    for (const item of itemsOf(odoo, move.id)) refreshResidual(odoo, item.id);
  }
}

export const accountBankStatementLine: Rules = {
  order: 'internal_index desc',
  partOf: { link: 'move_id', model: MOVE, own: OWN },
  extraKeys: ['counterpart_account_id'],
  displayName: (odoo, line) => odoo.displayName(MOVE, link(line, 'move_id') ?? 0),
  create,
  write,
  unlink,
  computed: {
    amount_residual: residual,
    running_balance: runningBalance,
    is_reconciled: (odoo, line) => residual(odoo, line) === 0n,
    statement_valid: (odoo, line) => {
      const statement = odoo.table('account.bank.statement').get(link(line, 'statement_id'));
      return statement ? statementIsValid(odoo, statement) : false;
    },
  },
  methods: { action_undo_reconciliation: onRecords([], (odoo, { ids }) => undoReconciliation(odoo, ids)) },
};
