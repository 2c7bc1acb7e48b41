import type { Books } from '../../accounting/books';
import type { CalendarDate } from '../../accounting/calendar-date';
import { negate, type Money } from '../../accounting/money';
import type { OdooClient } from '../client/odoo-client';
import { dateOf, idOf, moneyOf, textOf } from '../client/row';
import type { LineItemInOdoo } from './read-settlement';

/** The bank's own line that a payout arrived in. */
export interface BankLine {
  readonly lineId: number;
  readonly date: CalendarDate | undefined;
  /** What reached the bank, in the company's currency. */
  readonly amount: Money;
  readonly label: string;
}

/** The bank line that a payout's transfer item is reconciled with; undefined while the payout is not banked. One call. */
export async function readBankLine(
  client: OdooClient,
  books: Pick<Books, 'companyCurrency' | 'clearing' | 'transferAccount'>,
  transferItem: LineItemInOdoo,
): Promise<BankLine | undefined> {
  if (!transferItem.reconciled || transferItem.matching === '') return undefined;
  const [row] = await client.searchRead(
    'account.move.line',
    [
      ['matching_number', '=', transferItem.matching],
      ['account_id', '=', transferItem.account.id],
      ['journal_id', '!=', books.clearing.journal.id],
      ['id', '!=', transferItem.id],
    ],
    ['statement_line_id', 'date', 'balance', 'name'],
    { limit: 1 },
  );
  const lineId = row && idOf(row, 'statement_line_id');
  if (!row || lineId === undefined) return undefined;
  return {
    lineId,
    date: dateOf(row, 'date'),
    amount: negate(moneyOf(row, 'balance', books.companyCurrency)),
    label: textOf(row, 'name'),
  };
}
