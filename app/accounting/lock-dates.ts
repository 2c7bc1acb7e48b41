import type { CalendarDate } from './calendar-date';

/** The last closed day of each kind; Odoo moves an entry dated on or before it, in silence. */
export interface LockDates {
  readonly everything?: CalendarDate;
  readonly sales?: CalendarDate;
  readonly tax?: CalendarDate;
}

export type LockedKind = 'sales document' | 'statement line';

/** The closed day that an entry of this kind and date runs into, if any. */
export function lockOn(date: CalendarDate, kind: LockedKind, locks: LockDates): CalendarDate | undefined {
  const relevant =
    kind === 'sales document' ? [locks.everything, locks.sales, locks.tax] : [locks.everything];
  const closed = relevant.filter((lock): lock is CalendarDate => lock !== undefined && date <= lock);
  return closed.sort().at(-1);
}

/** The day after a closed day: where the entry may go when the merchant has said so. */
export function firstOpenDay(lock: CalendarDate): CalendarDate {
  const next = new Date(Date.parse(`${lock}T00:00:00Z`) + 24 * 60 * 60 * 1000);
  return next.toISOString().slice(0, 10) as CalendarDate;
}
