import type { DocumentBooks } from '../accounting/books';
import { dateIn, type CalendarDate } from '../accounting/calendar-date';
import type { Document } from '../accounting/document';
import { firstOpenDay, lockOn, type LockedKind } from '../accounting/lock-dates';

/** The day an entry is booked on: its own, or the first open day where the period is closed and the merchant said so. */
export function openDay(
  own: CalendarDate,
  books: Pick<DocumentBooks, 'lockDates' | 'postOnFirstOpenDay'>,
  kind: LockedKind = 'sales document',
): CalendarDate {
  const lock = lockOn(own, kind, books.lockDates);
  return lock && books.postOnFirstOpenDay ? firstOpenDay(lock) : own;
}

export function dayOfDocument(document: Document, books: DocumentBooks): CalendarDate {
  return openDay(dateIn(document.happenedAt, books.timeZone), books);
}
