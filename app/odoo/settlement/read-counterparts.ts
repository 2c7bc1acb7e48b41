import type { Account } from '../../accounting/books';
import { currency as readCurrency } from '../../accounting/currency';
import { negate, type Money } from '../../accounting/money';
import { accountIn } from '../books/account-in';
import type { OdooClient } from '../client/odoo-client';
import { idOf, moneyOf, nameOf, textOf } from '../client/row';
import { inChunks } from '../loading/in-chunks';

/** What stands against the gross of a statement line that is in Odoo already. */
export interface StandingCounterpart {
  readonly account: Account;
  /** In the line's own currency, with the transaction's sign. */
  readonly gross: Money;
  /** The invoice's or credit note's item that it is matched with. */
  readonly settles?: { readonly itemId: number; readonly name: string };
}

/**
 * The last item of each statement line, by the line's id: ours are loaded with the counterpart last. Two calls per 500
 * lines. Relies on both sides of a match carrying the same matching number.
 */
export async function readCounterparts(
  client: OdooClient,
  lineIds: readonly number[],
): Promise<Map<number, StandingCounterpart>> {
  const found = new Map<number, StandingCounterpart>();
  for (const ids of inChunks(lineIds, 500)) {
    const rows = await client.searchRead(
      'account.move.line',
      [['statement_line_id', 'in', ids]],
      ['statement_line_id', 'account_id', 'currency_id', 'amount_currency', 'matching_number'],
      { order: 'id' },
    );
    const last = new Map(rows.map((row) => [idOf(row, 'statement_line_id') ?? 0, row]));
    const numbers = [...last.values()].flatMap((row) => matchingIn(textOf(row, 'matching_number')));
    const settled = await settledBy(client, numbers);
    for (const [lineId, row] of last) {
      const account = accountIn(row, 'account_id');
      if (!account) continue;
      const unit = readCurrency(nameOf(row, 'currency_id'));
      const settles = settled.get(textOf(row, 'matching_number'));
      found.set(lineId, {
        account,
        gross: negate(moneyOf(row, 'amount_currency', unit)),
        ...(settles ? { settles } : {}),
      });
    }
  }
  return found;
}

/** A mark (`I…`) is not a match yet. */
const matchingIn = (number: string) => (number === '' || number.startsWith('I') ? [] : [number]);

async function settledBy(client: OdooClient, numbers: readonly string[]) {
  if (numbers.length === 0) return new Map<string, { itemId: number; name: string }>();
  const rows = await client.searchRead(
    'account.move.line',
    [
      ['matching_number', 'in', numbers],
      ['display_type', '=', 'payment_term'],
    ],
    ['matching_number', 'move_name'],
  );
  return new Map(
    rows.map((row) => [textOf(row, 'matching_number'), { itemId: row.id, name: textOf(row, 'move_name') }]),
  );
}
