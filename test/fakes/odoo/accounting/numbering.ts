import type { Odoo } from '../odoo';
import { link, type Row, text } from '../row';
import { isInvoice, MOVE } from './columns';

const counters = new WeakMap<Odoo, Map<string, number>>();

/** Sales, purchases, banks and payments number per year, everything else per month. */
function prefixOf(odoo: Odoo, move: Row): { prefix: string; width: number } {
  const journal = odoo.table('account.journal').must(link(move, 'journal_id'));
  const [year = '', month = ''] = text(move, 'date').split('-');
  const refund = isInvoice(move) && text(move, 'move_type').endsWith('refund') ? 'R' : '';
  const code = `${move.fake_payment === true ? 'P' : ''}${refund}${text(journal, 'code')}`;
  if (['sale', 'purchase', 'bank', 'cash', 'credit'].includes(text(journal, 'type'))) {
    return { prefix: `${code}/${year}/`, width: 5 };
  }
  return { prefix: `${code}/${year}/${month}/`, width: 4 };
}

/** The highest number in use, which falls again when the last entry is deleted or was rolled back. */
function highest(odoo: Odoo, prefix: string, width: number): number {
  let known = counters.get(odoo);
  if (!known) counters.set(odoo, (known = new Map<string, number>()));
  let last = known.get(prefix) ?? 0;
  const taken = (number: number) =>
    odoo.table(MOVE).idsBy('name', prefix + String(number).padStart(width, '0')).size > 0;
  while (last > 0 && !taken(last)) last -= 1;
  while (taken(last + 1)) last += 1;
  known.set(prefix, last);
  return last;
}

/** An entry's number; `/` is how 17 writes that it has none yet. */
export const ownName = (move: Row): string => text(move, 'name').replace(/^\/$/, '');

export function nextName(odoo: Odoo, move: Row): string {
  const { prefix, width } = prefixOf(odoo, move);
  return prefix + String(highest(odoo, prefix, width) + 1).padStart(width, '0');
}

/** Odoo 17 names the very first draft of a sequence already. */
export function startsSequence(odoo: Odoo, move: Row): boolean {
  const { prefix, width } = prefixOf(odoo, move);
  return highest(odoo, prefix, width) === 0;
}
