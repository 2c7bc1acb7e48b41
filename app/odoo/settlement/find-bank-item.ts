import type { CalendarDate } from '../../accounting/calendar-date';
import { negate, toDecimal, type Money } from '../../accounting/money';
import type { Books } from '../../accounting/books';
import type { OdooClient } from '../client/odoo-client';
import { dateOf, idOf, textOf } from '../client/row';

/** The counterpart of a line of the bank's own statement that nobody has explained yet. */
export interface BankItem {
  readonly itemId: number;
  readonly lineId: number;
  readonly date: CalendarDate | undefined;
  /** The bank's text. */
  readonly label: string;
}

export interface BankSearch {
  readonly books: Pick<Books, 'clearing' | 'transferAccount'>;
  /** What reached the bank, in the company's currency: the payout. */
  readonly amount: Money;
  readonly near: CalendarDate;
  /** Banks book days later, and over a long weekend. */
  readonly withinDays?: number;
}

/**
 * Lines of other bank journals with this amount, near the day, whose counterpart is open: on the suspense account, or
 * on the transfer account where a match died half way. Two calls.
 */
export async function findBankItems(client: OdooClient, search: BankSearch): Promise<BankItem[]> {
  const { clearing, transferAccount } = search.books;
  const journals = await client.searchRead(
    'account.journal',
    [
      ['type', '=', 'bank'],
      ['id', '!=', clearing.journal.id],
    ],
    ['suspense_account_id'],
  );
  const suspense = journals.flatMap((row) => idOf(row, 'suspense_account_id') ?? []);
  const days = search.withinDays ?? 10;
  const rows = await client.searchRead(
    'account.move.line',
    [
      ['journal_id', 'in', journals.map(({ id }) => id)],
      ['statement_line_id', '!=', false],
      ['account_id', 'in', [...new Set([...suspense, transferAccount.id])]],
      ['parent_state', '=', 'posted'],
      ['reconciled', '=', false],
      ['balance', '=', Number(toDecimal(negate(search.amount)))],
      ['date', '>=', shifted(search.near, -2)],
      ['date', '<=', shifted(search.near, days)],
    ],
    ['statement_line_id', 'date', 'name'],
    { order: 'date, id' },
  );
  return rows.map((row) => ({
    itemId: row.id,
    lineId: idOf(row, 'statement_line_id') ?? 0,
    date: dateOf(row, 'date'),
    label: textOf(row, 'name'),
  }));
}

function shifted(date: CalendarDate, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
