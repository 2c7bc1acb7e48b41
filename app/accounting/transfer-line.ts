import type { Books } from './books';
import type { CalendarDate } from './calendar-date';
import { negate } from './money';
import type { Payout } from './payout';
import type { StatementLine } from './statement-line';

type Where = Pick<Books, 'clearing' | 'transferAccount'>;

/** The payout's way to the bank: its amount leaves the clearing account and waits on the transfer account. */
export function transferLine(payout: Payout, date: CalendarDate, books: Where): StatementLine {
  return lineOf(`po_${payout.id}`, `Payout ${payout.id}`, payout, date, books);
}

/** A payout that failed after its transfer was posted: what left the clearing account comes back. */
export function takeBackLine(payout: Payout, date: CalendarDate, books: Where): StatementLine {
  const back = { ...payout, net: negate(payout.net) };
  return lineOf(takeBackKey(payout.id), `Payout ${payout.id} failed`, back, date, books);
}

export function takeBackKey(payoutId: string): string {
  return `po_${payoutId}_failed`;
}

function lineOf(
  key: string,
  label: string,
  { net }: Payout,
  date: CalendarDate,
  { clearing, transferAccount }: Where,
): StatementLine {
  return {
    key,
    kind: 'transfer',
    date,
    label,
    amount: negate(net),
    items: [
      { part: 'liquidity', account: clearing.account, balance: negate(net), label },
      { part: 'transfer', account: transferAccount, balance: net, label },
    ],
  };
}
