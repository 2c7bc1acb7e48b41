import { currency } from '../../app/accounting/currency';
import { toDecimal } from '../../app/accounting/money';
import { moneyOf } from '../../app/odoo/client/row';
import type { FakeOdoo } from '../fakes/odoo/start-fake-odoo';

/** Cents of one of Odoo's figures, as text: figures are compared, never reckoned with. */
export const figure = (value: unknown): string => toDecimal(moneyOf({ value }, 'value', currency('EUR')));

interface BookedItem {
  readonly account: string;
  readonly debit: string;
  readonly credit: string;
}

export interface BookedEntry {
  /** The external id without its module. */
  readonly name: string;
  readonly date: string;
  readonly state: string;
  readonly items: readonly BookedItem[];
}

/** Every entry in Odoo that carries one of our external ids, with its items; sorted, so that two books can be compared. */
export function booksOfKlopt(odoo: FakeOdoo, module = 'klopt_trade_wins'): BookedEntry[] {
  const names = odoo.records('ir.model.data', [['module', '=', module]], ['name', 'model', 'res_id']);
  const entries = names.flatMap((row): BookedEntry[] => {
    const id = Number(row.res_id);
    const moveId = row.model === 'account.move' ? id : moveOf(odoo, String(row.model), id);
    // A statement line's own entry has an external id too, made by Odoo.
    if (moveId === undefined || String(row.name).endsWith('_account_move')) return [];
    return [entryOf(odoo, String(row.name), moveId)];
  });
  return entries.sort((left, right) => (left.name < right.name ? -1 : 1));
}

function moveOf(odoo: FakeOdoo, model: string, id: number): number | undefined {
  if (model !== 'account.bank.statement.line') return undefined;
  const [line] = odoo.records(model, [['id', '=', id]], ['move_id']);
  return (line?.move_id as [number] | undefined)?.[0];
}

function entryOf(odoo: FakeOdoo, name: string, moveId: number): BookedEntry {
  const [move] = odoo.records('account.move', [['id', '=', moveId]], ['date', 'state']);
  const items = odoo.records(
    'account.move.line',
    [
      ['move_id', '=', moveId],
      ['display_type', 'not in', ['line_section', 'line_note']],
    ],
    ['account_id', 'debit', 'credit'],
  );
  return {
    name,
    date: String(move?.date),
    state: String(move?.state),
    items: items
      .map((item) => ({
        account: (item.account_id as [number, string])[1],
        debit: figure(item.debit),
        credit: figure(item.credit),
      }))
      .sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1)),
  };
}

/** How many entries of all there are, ours or not: nothing stands beside what we made. */
export function countOfEntries(odoo: FakeOdoo): number {
  return odoo.records('account.move', [], ['id']).length;
}
