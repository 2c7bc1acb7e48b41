import type { Odoo } from '../odoo';
import { link, type Row, text } from '../row';

export interface PayablePart {
  readonly amount: bigint;
  readonly balance: bigint;
  readonly due: string;
}

/** When the parts of an invoice fall due. A term without days of its own here is due on the invoice's date. */
export function payableParts(
  odoo: Odoo,
  move: Row,
  owed: { amount: bigint; balance: bigint },
): PayablePart[] {
  const term = odoo.table('account.payment.term').get(link(move, 'invoice_payment_term_id'));
  if (!term) return [{ ...owed, due: text(move, 'invoice_date_due') || odoo.today() }];
  const date = text(move, 'invoice_date') || odoo.today();
  const name = text(term, 'name');
  const split = /^(\d+)% Now, Balance (\d+) Days/.exec(name);
  if (split) {
    const share = BigInt(split[1] ?? '0');
    const now = { amount: (owed.amount * share) / 100n, balance: (owed.balance * share) / 100n };
    return [
      { ...now, due: date },
      {
        amount: owed.amount - now.amount,
        balance: owed.balance - now.balance,
        due: daysAfter(date, Number(split[2])),
      },
    ];
  }
  return [{ ...owed, due: dueOf(name, date) }];
}

function dueOf(name: string, date: string): string {
  const days = /^(\d+) Days$/i.exec(name) ?? /Net (\d+)$/.exec(name);
  if (days) return daysAfter(date, Number(days[1]));
  if (name === 'End of Following Month') return endOfMonth(date, 1);
  const afterNext = /^(\d+) Days after End of Next Month$/.exec(name);
  if (afterNext) return daysAfter(endOfMonth(date, 1), Number(afterNext[1]));
  return date;
}

export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export function endOfMonth(date: string, monthsLater = 0): string {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month + monthsLater, 0)).toISOString().slice(0, 10);
}
