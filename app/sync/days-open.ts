import { dateIn, type CalendarDate } from '../accounting/calendar-date';
import type { Document } from '../accounting/document';
import type { Finding } from '../accounting/finding';

/** Agreements of a day that is not over: what pays them can be settled once their day's document stands. */
export function daysOpen(forDay: readonly Document[], timeZone: string, today: CalendarDate): Finding[] {
  return forDay.flatMap((document): Finding[] => {
    const day = dateIn(document.happenedAt, timeZone);
    return day < today ? [] : [dayOpen(document, day)];
  });
}

/** Said also of one whose day is over and whose document still could not be made. */
export function dayOpen({ key, reference, total }: Document, day: CalendarDate): Finding {
  return {
    kind: 'day-open',
    severity: 'blocks',
    object: { type: 'document', id: key, name: reference },
    actual: total,
    facts: { reference, date: day },
    remedy: { page: 'none' },
  };
}
