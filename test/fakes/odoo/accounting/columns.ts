import type { Odoo } from '../odoo';
import { link, money, type Row, text } from '../row';

export const MOVE = 'account.move';
export const ITEM = 'account.move.line';

const INVOICE_TYPES = new Set([
  'out_invoice',
  'out_refund',
  'in_invoice',
  'in_refund',
  'out_receipt',
  'in_receipt',
]);

export const isInvoice = (move: Row): boolean => INVOICE_TYPES.has(text(move, 'move_type'));
export const isSale = (move: Row): boolean => text(move, 'move_type').startsWith('out_');

/** Invoices credit their lines and debit the receivable: -1. Credit notes and bills the other way: 1. */
export const directionOf = (move: Row): bigint =>
  ['out_invoice', 'in_refund', 'out_receipt'].includes(text(move, 'move_type')) ? -1n : 1n;

export const itemsOf = (odoo: Odoo, move: number): Row[] => odoo.table(ITEM).by('move_id', move);

export const isOpenAccount = (account: Row): boolean =>
  account.reconcile === true ||
  ['asset_receivable', 'liability_payable', 'asset_cash', 'liability_credit_card'].includes(
    text(account, 'account_type'),
  );

/** What an item takes from its entry, kept on the item so that it can be searched. */
export function spreadToItems(odoo: Odoo, moveId: number): void {
  const move = odoo.table(MOVE).must(moveId);
  const shared = {
    date: move.date ?? null,
    move_name: move.name ?? null,
    parent_state: move.state ?? null,
    journal_id: move.journal_id ?? null,
    ref: move.ref ?? null,
    statement_line_id: move.statement_line_id ?? null,
  };
  for (const item of itemsOf(odoo, moveId)) {
    const invoicePartner = isInvoice(move) ? { partner_id: move.partner_id ?? null } : {};
    odoo.table(ITEM).patch(item.id, { ...shared, ...invoicePartner });
  }
}

/** Company currency per unit of a currency on a date: Odoo's rates say how much of it one company unit buys. */
export function rateOn(odoo: Odoo, currency: number | null, date: string): number | string {
  if (currency === null || currency === odoo.companyCurrency()) return 1;
  const rates = odoo
    .table('res.currency.rate')
    .by('currency_id', currency)
    .sort((a, b) => (text(a, 'name') < text(b, 'name') ? -1 : 1));
  const past = rates.filter((rate) => text(rate, 'name') <= date).at(-1) ?? rates[0];
  return past ? Number(past.rate) : 1;
}

export const balanceSum = (items: readonly Row[]): bigint =>
  items.reduce((sum, item) => sum + money(item, 'balance'), 0n);

export const accountOf = (odoo: Odoo, item: Row): Row =>
  odoo.table('account.account').must(link(item, 'account_id'));
