import { DateTime } from 'luxon';
import type { CalendarDate } from '../accounting/calendar-date';

/** The moment at which a day begins in the shop's time zone. */
export function firstMomentOf(day: CalendarDate, timeZone: string): Date {
  return DateTime.fromISO(day, { zone: timeZone }).toJSDate();
}
