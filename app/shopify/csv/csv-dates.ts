import { DateTime } from 'luxon';
import { calendarDate, type CalendarDate, type Instant } from '../../accounting/calendar-date';

const form =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?)?(?: ?(Z|UTC|[+-]\d{2}:?\d{2}))?$/;

/**
 * A moment as exports write it: "2026-01-19 12:07:45 +0100"; after a spreadsheet "2026/1/19 12:07", or the day alone. What
 * names no offset is of the shop's time zone; a day alone is its noon. Undefined for every other form: 1/2/2026 is two days.
 */
export function instantOf(text: string, timeZone: string): Instant | undefined {
  const match = form.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute = '0', second = '0', offset] = match;
  const [y, mo, d, h, mi, s] = [year, month, day, hour ?? '12', minute, second].map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (!dayExists(y, mo, d) || h > 23 || mi > 59 || s > 59) return undefined;
  if (hour !== undefined && offset !== undefined) {
    const minutes = minutesOf(offset);
    return minutes === undefined
      ? undefined
      : new Date(Date.UTC(y, mo - 1, d, h, mi, s) - minutes * 60_000).toISOString();
  }
  const local = DateTime.fromObject(
    { year: y, month: mo, day: d, hour: h, minute: mi, second: s },
    { zone: timeZone },
  );
  return local.isValid ? local.toUTC().toJSDate().toISOString() : undefined;
}

/** The day of "2026-06-12", "2026/6/12" or of a moment, as it is written. */
export function dayOf(text: string): CalendarDate | undefined {
  const match = form.exec(text);
  if (!match) return undefined;
  const [, year = '', month = '', day = ''] = match;
  if (!dayExists(Number(year), Number(month), Number(day))) return undefined;
  return calendarDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function dayExists(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function minutesOf(offset: string): number | undefined {
  if (offset === 'Z' || offset === 'UTC') return 0;
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(-2));
  if (hours > 14 || minutes > 59) return undefined;
  return (hours * 60 + minutes) * (offset.startsWith('-') ? -1 : 1);
}
