import { currency } from '../../../app/accounting/currency';
import { toDecimal } from '../../../app/accounting/money';
import type { OdooClient } from '../../../app/odoo/client/odoo-client';
import { moneyOf, nameOf, textOf } from '../../../app/odoo/client/row';
import type { MadeItem } from './scenario-result';

/** The items of journal entries in Odoo, by entry. */
export async function itemsOf(
  client: OdooClient,
  moves: readonly number[],
  field: string,
): Promise<Map<number, MadeItem[]>> {
  const rows = await client.searchRead(
    'account.move.line',
    [['move_id', 'in', moves]],
    ['move_id', 'account_id', 'name', 'currency_id', field],
    { order: 'id' },
  );
  const byMove = new Map<number, MadeItem[]>();
  for (const row of rows) {
    const move = (row.move_id as [number, string])[0];
    const unit = currency(nameOf(row, 'currency_id'));
    const item = {
      account: nameOf(row, 'account_id'),
      label: textOf(row, 'name'),
      amount: toDecimal(moneyOf(row, field, unit)),
      currency: unit,
    };
    byMove.set(move, [...(byMove.get(move) ?? []), item]);
  }
  return byMove;
}
