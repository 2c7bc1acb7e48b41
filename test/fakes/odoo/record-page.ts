import { ITEM, itemsOf, MOVE } from './accounting/columns';
import { decimalText } from './fixed';
import type { Odoo } from './odoo';
import { link, money, type Row, text, written } from './row';
import type { Answer } from './transports';

/** Names that Odoo 19 uses in its addresses in the place of a model. */
const ACTIONS: Record<string, string> = {
  'customer-invoices': 'account.move',
  'accounting-journal-entries': 'account.move',
  contacts: 'res.partner',
  sales: 'sale.order',
};

const LINE = 'account.bank.statement.line';
const STATEMENT = 'account.bank.statement';

/** `/web#id=…&model=…` keeps the record behind the hash, which never reaches a server: the page sends itself on. */
export function redirectPage(): string {
  const script = `const p = new URLSearchParams(location.hash.slice(1));
    if (p.get('model') && p.get('id')) location.replace('/odoo/' + p.get('model') + '/' + p.get('id'));`;
  return layout('Odoo', `<p>This address names no record.</p><script>${script}</script>`);
}

export function recordPage(odoo: Odoo, name: string, id: number): Answer {
  const model = ACTIONS[name] ?? name;
  const row = odoo.fields.has(model) ? odoo.table(model).get(id) : undefined;
  if (!row)
    return { status: 404, body: layout('Not found', `<h1>No ${escape(model)} ${id} here</h1>`), html: true };
  return { status: 200, body: layout(odoo.displayName(model, id), bodyOf(odoo, model, row)), html: true };
}

function bodyOf(odoo: Odoo, model: string, row: Row): string {
  const heading = `<p class="model">${escape(model)}</p><h1>${escape(odoo.displayName(model, row.id))}</h1>`;
  if (model === MOVE) return heading + entry(odoo, row);
  if (model === LINE) {
    const move = odoo.table(MOVE).must(link(row, 'move_id'));
    const facts = fieldTable(odoo, model, row, [
      'payment_ref',
      'amount',
      'journal_id',
      'statement_id',
      'is_reconciled',
    ]);
    return heading + facts + entry(odoo, move);
  }
  if (model === ITEM) return heading + entry(odoo, odoo.table(MOVE).must(link(row, 'move_id')));
  if (model === STATEMENT) return heading + statement(odoo, row);
  const shown = [...odoo.fieldsOf(model).values()]
    .filter((field) => field.stored && row[field.name] != null)
    .map((field) => field.name);
  return heading + fieldTable(odoo, model, row, shown);
}

function entry(odoo: Odoo, move: Row): string {
  const names = [
    'state',
    'date',
    'invoice_date',
    'journal_id',
    'partner_id',
    'ref',
    'amount_untaxed',
    'amount_tax',
    'amount_total',
    'amount_residual',
    'payment_state',
    'statement_id',
  ];
  const items = itemsOf(odoo, move.id);
  const digits = odoo.digits(null);
  const amount = (value: bigint) => (value === 0n ? '' : decimalText(value, digits));
  const lines = items.map((item) => {
    const balance = money(item, 'balance');
    const own = decimalText(money(item, 'amount_currency'), odoo.digits(link(item, 'currency_id')));
    const foreign =
      link(item, 'currency_id') === odoo.companyCurrency()
        ? ''
        : `${own} ${odoo.displayName('res.currency', link(item, 'currency_id') ?? 0)}`;
    return `<tr><td>${linkTo(odoo, 'account.account', link(item, 'account_id'))}</td><td>${escape(text(item, 'name'))}</td>
      <td class="n">${foreign}</td><td class="n">${amount(balance > 0n ? balance : 0n)}</td><td class="n">${amount(balance < 0n ? -balance : 0n)}</td>
      <td>${escape(text(item, 'matching_number'))} ${counterparts(odoo, item)}</td></tr>`;
  });
  const sum = (sign: 1n | -1n) =>
    items.reduce(
      (total, item) => (sign * money(item, 'balance') > 0n ? total + sign * money(item, 'balance') : total),
      0n,
    );
  return `${fieldTable(odoo, MOVE, move, names)}
    <table><caption>Journal items</caption>
    <thead><tr><th>Account</th><th>Label</th><th class="n">In currency</th><th class="n">Debit</th><th class="n">Credit</th><th>Matched with</th></tr></thead>
    <tbody>${lines.join('')}</tbody>
    <tfoot><tr><td colspan="3">Total</td><td class="n">${amount(sum(1n))}</td><td class="n">${amount(sum(-1n))}</td><td></td></tr></tfoot></table>`;
}

/** Links to the entries of the items that this one is matched with. */
function counterparts(odoo: Odoo, item: Row): string {
  const partials = odoo.table('account.partial.reconcile');
  const others = [
    ...partials.by('debit_move_id', item.id).map((partial) => link(partial, 'credit_move_id')),
    ...partials.by('credit_move_id', item.id).map((partial) => link(partial, 'debit_move_id')),
  ];
  const moves = new Set(others.map((id) => link(odoo.table(ITEM).must(id), 'move_id')));
  return [...moves].map((move) => linkTo(odoo, MOVE, move)).join(', ');
}

function statement(odoo: Odoo, row: Row): string {
  const names = [
    'date',
    'journal_id',
    'balance_start',
    'balance_end',
    'balance_end_real',
    'is_complete',
    'is_valid',
  ];
  const lines = odoo.table(LINE).by('statement_id', row.id);
  const digits = odoo.digits(link(row, 'currency_id'));
  const rows = lines.map(
    (line) =>
      `<tr><td>${escape(String(odoo.read(LINE, line, 'date')))}</td><td><a href="/odoo/${LINE}/${line.id}">${escape(text(line, 'payment_ref'))}</a></td>
      <td>${linkTo(odoo, 'res.partner', link(line, 'partner_id'))}</td><td class="n">${decimalText(money(line, 'amount'), digits)}</td></tr>`,
  );
  return `${fieldTable(odoo, STATEMENT, row, names)}<table><caption>Lines</caption>
    <thead><tr><th>Date</th><th>Label</th><th>Partner</th><th class="n">Amount</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function fieldTable(odoo: Odoo, model: string, row: Row, names: readonly string[]): string {
  const rows = names.map((name) => {
    const field = odoo.field(model, name);
    const value = odoo.read(model, row, name);
    let shown: string;
    if (value === null || value === undefined || value === '') return '';
    if (field.type === 'many2one') shown = linkTo(odoo, field.relation, Number(value));
    else if (typeof value === 'bigint') shown = decimalText(value, odoo.digitsOf(row, field));
    else if (typeof value === 'boolean') shown = value ? 'yes' : 'no';
    else shown = escape(written(value));
    return `<tr><th>${escape(field.label)}</th><td>${shown}</td></tr>`;
  });
  return `<table class="facts"><tbody>${rows.join('')}</tbody></table>`;
}

function linkTo(odoo: Odoo, model: string, id: number | null): string {
  if (id === null) return '';
  return `<a href="/odoo/${model}/${id}">${escape(odoo.displayName(model, id))}</a>`;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (value: string): string => value.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

const layout = (title: string, body: string): string => `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)} · fake Odoo</title><link rel="icon" href="data:,">
<style>
  body { font: 15px/1.5 system-ui, sans-serif; margin: 0; color: #1f2933; background: #f6f5f8; }
  header { background: #714b67; color: #fff; padding: 0.6rem 1.5rem; font-weight: 600; }
  main { max-width: 60rem; margin: 1.5rem auto; background: #fff; padding: 1.5rem 2rem; border: 1px solid #e3e0e8; border-radius: 6px; }
  h1 { margin: 0 0 1rem; font-size: 1.5rem; } .model { margin: 0; color: #6b6673; font-size: 0.85rem; }
  table { border-collapse: collapse; width: 100%; margin: 1rem 0; } caption { text-align: left; font-weight: 600; padding: 0.4rem 0; }
  th, td { text-align: left; padding: 0.35rem 0.6rem; border-bottom: 1px solid #e9e7ee; vertical-align: top; }
  .facts { width: auto; } .facts th { color: #6b6673; font-weight: 500; } .n { text-align: right; font-variant-numeric: tabular-nums; }
  tfoot td { font-weight: 600; border-top: 2px solid #cfcad8; } a { color: #714b67; }
</style></head><body><header>Odoo (fake)</header><main>${body}</main></body></html>`;
