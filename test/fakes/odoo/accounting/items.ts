import { XID } from '../external-ids';
import { decimalText, minorOf } from '../fixed';
import type { Odoo } from '../odoo';
import { userError } from '../odoo-error';
import { link, links, money, type Row, text, type Value, type Values } from '../row';
import { commandsOf } from '../to-many-commands';
import { amountColumns, itemFrame } from './sync-invoice';
import { accountOf, isInvoice, isOpenAccount, ITEM, MOVE } from './columns';

/** Fields of an invoice line that its amounts and taxes depend on. */
const BASE_FIELDS = ['price_unit', 'quantity', 'discount', 'tax_ids', 'product_id', 'account_id'];

/** Odoo keeps prices, quantities and discounts with two decimals. */
const twoDecimals = (value: unknown): number => Number(decimalText(minorOf(value, 2), 2));

export function createItem(odoo: Odoo, move: Row, vals: Values): Row {
  for (const name of Object.keys(vals)) if (name !== XID) odoo.field(ITEM, name, 'create');
  const displayType = isInvoice(move) ? ((vals.display_type as string | undefined) ?? 'product') : 'product';
  const row = odoo.table(ITEM).insert({ ...itemFrame(odoo, move, displayType), sequence: 100 });
  odoo.table(ITEM).patch(row.id, itemColumns(odoo, move, row, vals));
  if (isInvoice(move) && displayType === 'product') completeFromProduct(odoo, move, row, vals);
  for (const name of ['tax_ids', 'sale_line_ids', 'tax_tag_ids']) {
    if (vals[name] !== undefined)
      odoo.table(ITEM).patch(row.id, { [name]: linkedIds(row, name, vals[name]) });
  }
  if (link(row, 'account_id') === null && !displayType.startsWith('line_')) {
    throw userError('Missing required account on accountable line.');
  }
  return row;
}

function completeFromProduct(odoo: Odoo, move: Row, row: Row, vals: Values): void {
  const product = odoo.table('product.product').get(link(row, 'product_id'));
  const journal = odoo.table('account.journal').must(link(move, 'journal_id'));
  const columns: Record<string, Value> = {};
  const ofProduct = (name: string) => (product ? odoo.read('product.product', product, name) : null);
  if (link(row, 'account_id') === null) {
    columns.account_id =
      (ofProduct('property_account_income_id') as number | null) ?? link(journal, 'default_account_id');
  }
  if (product && vals.name === undefined) columns.name = odoo.displayName('product.product', product.id);
  if (product && vals.price_unit === undefined) columns.price_unit = Number(ofProduct('list_price') ?? 0);
  if (product && vals.tax_ids === undefined)
    columns.tax_ids = (ofProduct('taxes_id') as number[] | null) ?? [];
  odoo.table(ITEM).patch(row.id, columns);
}

/** The columns of an item out of what is asked for, with balance and foreign amount made to fit each other. */
function itemColumns(odoo: Odoo, move: Row, row: Row, vals: Values): Record<string, Value> {
  const plain = Object.fromEntries(Object.entries(vals).filter(([name]) => name !== 'move_id'));
  const columns = odoo.columns(ITEM, plain);
  delete columns.display_type;
  for (const name of ['price_unit', 'quantity', 'discount']) {
    if (vals[name] !== undefined) columns[name] = twoDecimals(vals[name]);
  }
  const currency = (columns.currency_id as number | null | undefined) ?? link(row, 'currency_id');
  const own = odoo.digits(null);
  const home = currency === null || currency === odoo.companyCurrency();
  const said = (name: string) => vals[name] !== undefined && vals[name] !== false && vals[name] !== '';
  const foreign = said('amount_currency') ? minorOf(vals.amount_currency, odoo.digits(currency)) : null;
  let balance: bigint | null = null;
  if (said('balance')) balance = minorOf(vals.balance, own);
  else if (said('debit') || said('credit')) balance = minorOf(vals.debit, own) - minorOf(vals.credit, own);
  else if (foreign !== null)
    balance = home
      ? foreign
      : (amountColumns(odoo, { ...move, currency_id: currency }, foreign).balance as bigint);
  if (balance !== null) {
    columns.balance = balance;
    columns.amount_currency = foreign ?? (home ? balance : money(row, 'amount_currency'));
  }
  return columns;
}

export type ItemChange = 'nothing' | 'amounts' | 'base';

/** Changes an item; says whether its document must be computed anew (`base`) or only be summed again (`amounts`). */
export function updateItem(odoo: Odoo, id: number, vals: Values): ItemChange {
  const row = odoo.table(ITEM).must(id);
  const move = odoo.table(MOVE).must(link(row, 'move_id'));
  refuseFalseMark(odoo, row, vals);
  const product = text(row, 'display_type') === 'product' && isInvoice(move);
  const columns = itemColumns(odoo, move, row, vals);
  if (product && odoo.version === 17 && vals.price_subtotal === undefined) {
    // 17 sets a product's item back to its price times its quantity unless the subtotal is written too; 19 keeps
    // what it is told.
    delete columns.balance;
    delete columns.amount_currency;
  }
  const changed = Object.keys(columns).filter((name) => columns[name] !== (row[name] ?? null));
  let base = changed.some((name) => BASE_FIELDS.includes(name) && name !== 'account_id');
  if (changed.includes('account_id') && links(row, 'tax_ids').length > 0) base = true;
  for (const name of ['tax_ids', 'sale_line_ids', 'tax_tag_ids']) {
    if (vals[name] === undefined) continue;
    const before = links(row, name);
    const after = linkedIds(row, name, vals[name]);
    if (name === 'tax_ids' && String([...before].sort()) !== String([...after].sort())) base = true;
    odoo.table(ITEM).patch(id, { [name]: after });
  }
  const amounts = changed.includes('balance') || changed.includes('amount_currency');
  if (amounts && link(row, 'full_reconcile_id') !== null) {
    throw userError(
      'You cannot do this modification on a reconciled journal entry. You can just change some non legal fields or you must unreconcile first.',
    );
  }
  odoo.table(ITEM).patch(id, columns);
  if (amounts || changed.includes('account_id')) refreshResidual(odoo, id);
  return base && product ? 'base' : amounts ? 'amounts' : 'nothing';
}

function refuseFalseMark(odoo: Odoo, row: Row, vals: Values): void {
  const number = vals.matching_number;
  // Seen on 17 and 19: what is matched keeps its number.
  if (number === false || number === '') {
    if (link(row, 'full_reconcile_id') !== null) throw userError('Should have number');
    return;
  }
  if (typeof number !== 'string' || !number.startsWith('I')) return;
  const partials = odoo.table('account.partial.reconcile');
  if (partials.idsBy('debit_move_id', row.id).size + partials.idsBy('credit_move_id', row.id).size > 0) {
    throw userError('A temporary number can not be used in a real matching');
  }
}

function linkedIds(row: Row, name: string, value: unknown): number[] {
  let ids = [...links(row, name)];
  for (const [kind, id = 0, payload] of commandsOf(value)) {
    if (kind === 6) ids = [...(payload as number[])];
    else if (kind === 4) ids = [...ids, id];
    else if (kind === 5) ids = [];
    else if (kind === 3) ids = ids.filter((one) => one !== id);
  }
  return ids;
}

/** What is left of an open item: its balance less what partial matches took, in both currencies. */
export function refreshResidual(odoo: Odoo, id: number): void {
  const row = odoo.table(ITEM).must(id);
  const open = isOpenAccount(accountOf(odoo, row));
  let residual = open ? money(row, 'balance') : 0n;
  let foreign = open ? money(row, 'amount_currency') : 0n;
  let matched = false;
  for (const partial of odoo.table('account.partial.reconcile').by('debit_move_id', id)) {
    residual -= money(partial, 'amount');
    foreign -= money(partial, 'debit_amount_currency');
    matched = true;
  }
  for (const partial of odoo.table('account.partial.reconcile').by('credit_move_id', id)) {
    residual += money(partial, 'amount');
    foreign += money(partial, 'credit_amount_currency');
    matched = true;
  }
  const done = open && residual === 0n && foreign === 0n && (matched || money(row, 'balance') === 0n);
  odoo.table(ITEM).patch(id, {
    amount_residual: residual,
    amount_residual_currency: foreign,
    reconciled: done && text(row, 'parent_state') === 'posted',
  });
}
