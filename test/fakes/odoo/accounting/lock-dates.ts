import type { Odoo } from '../odoo';
import { link, links, type Row, text } from '../row';
import { isSale, itemsOf } from './columns';
import { daysAfter, endOfMonth } from './payment-terms';

function violated(odoo: Odoo, move: Row, date: string): string | null {
  const company = odoo.company();
  const journal = odoo.table('account.journal').must(link(move, 'journal_id'));
  const taxed = itemsOf(odoo, move.id).some(
    (item) => links(item, 'tax_ids').length > 0 || link(item, 'tax_line_id') !== null,
  );
  const fields = ['fiscalyear_lock_date'];
  if (taxed) fields.push('tax_lock_date');
  if (odoo.version === 19) {
    fields.push('hard_lock_date');
    if (journal.type === 'sale') fields.push('sale_lock_date');
    if (journal.type === 'purchase') fields.push('purchase_lock_date');
  }
  const locks = fields.map((field) => text(company, field)).filter((lock) => lock !== '' && date <= lock);
  if (odoo.faults.lockDate && date <= odoo.faults.lockDate) locks.push(odoo.faults.lockDate);
  return locks.sort().at(-1) ?? null;
}

export const isLocked = (odoo: Odoo, move: Row): boolean => violated(odoo, move, text(move, 'date')) !== null;

/** Where posting puts an entry of a closed period: Odoo moves it without a word. */
export function openDate(odoo: Odoo, move: Row): string {
  const date = text(move, 'date');
  const lock = violated(odoo, move, date);
  if (lock === null) return date;
  const today = odoo.today();
  const first = daysAfter(lock, 1);
  const journal = odoo.table('account.journal').must(link(move, 'journal_id'));
  const yearly = journal.type !== 'general';
  if (isSale(move)) {
    const end = `${first.slice(0, 4)}-12-31`;
    return today < end ? today : end;
  }
  return yearly ? lastOfYear(first, today) : lastOfMonth(first, today);
}

/** The date of an entry that Odoo makes by itself, such as an exchange difference. */
export const lastOfMonth = (date: string, today: string): string => {
  if (today.slice(0, 7) > date.slice(0, 7)) return endOfMonth(date);
  return today > date ? today : date;
};

const lastOfYear = (date: string, today: string): string => {
  if (today.slice(0, 4) > date.slice(0, 4)) return `${date.slice(0, 4)}-12-31`;
  return today > date ? today : date;
};
