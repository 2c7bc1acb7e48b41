import { calendarDate, type CalendarDate } from '../../accounting/calendar-date';
import type { OdooClient } from '../client/odoo-client';
import { numberOf, textOf } from '../client/row';

/** The first day of the company's fiscal year that `today` falls in. One call. */
export async function fiscalYearStart(client: OdooClient, today: CalendarDate): Promise<CalendarDate> {
  const [company] = await client.searchRead(
    'res.company',
    [['id', '=', await client.company()]],
    ['fiscalyear_last_day', 'fiscalyear_last_month'],
    { limit: 1 },
  );
  if (!company) return startOfFiscalYear(today, { month: 12, day: 31 });
  return startOfFiscalYear(today, {
    month: Number(textOf(company, 'fiscalyear_last_month') || '12'),
    day: numberOf(company, 'fiscalyear_last_day') || 31,
  });
}

/**
 * The day after the last end of a fiscal year before `today`. A day that a month does not have is its last one; an end
 * on 28 February is on the 29th in a leap year, as Odoo takes it.
 */
export function startOfFiscalYear(
  today: CalendarDate,
  last: { readonly month: number; readonly day: number },
): CalendarDate {
  const year = Number(today.slice(0, 4));
  const ends = [year, year - 1].map((one) => endIn(one, last));
  const end = ends.find((date) => date < today) ?? endIn(year - 1, last);
  return dayAfter(end);
}

function endIn(year: number, { month, day }: { readonly month: number; readonly day: number }): string {
  const lastOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const endOfFebruary = month === 2 && day === 28;
  return written(
    new Date(Date.UTC(year, month - 1, endOfFebruary ? lastOfMonth : Math.min(day, lastOfMonth))),
  );
}

function dayAfter(date: string): CalendarDate {
  return calendarDate(written(new Date(Date.parse(`${date}T00:00:00Z`) + 24 * 60 * 60 * 1000)));
}

function written(date: Date): string {
  return date.toISOString().slice(0, 10);
}
