import type { BalanceTransaction } from '../accounting/balance-transaction';
import type { Books } from '../accounting/books';
import { dateIn, type CalendarDate } from '../accounting/calendar-date';
import type { Document } from '../accounting/document';
import type { Finding } from '../accounting/finding';
import type { DocumentKey } from '../accounting/ids';
import { lockOn } from '../accounting/lock-dates';
import type { Payout } from '../accounting/payout';
import { takeBackKey } from '../accounting/transfer-line';
import { periodLocked } from '../odoo/documents/document-findings';
import type { BindingRecord } from '../database/bindings';
import type { DocumentInOdoo } from '../odoo/documents/draft-items';
import { openDay } from './open-day';

/** What stands in Odoo already, and since when we know that it stands where it should. */
export interface Standing {
  readonly books: Books;
  readonly documents: ReadonlyMap<DocumentKey, DocumentInOdoo>;
  /** By the line's key: the day on which it stands. */
  readonly lineDates: ReadonlyMap<string, CalendarDate>;
  /** What an earlier run read back and found right, by its external id. */
  readonly proven: ReadonlyMap<string, BindingRecord>;
}

/** The days on which the entries of a payout are booked. */
export interface BookedDays {
  readonly ofDocument: (document: Document) => CalendarDate;
  readonly ofTransaction: (transaction: BalanceTransaction) => CalendarDate;
  readonly ofTransfer: (payout: Payout) => CalendarDate;
  /** Shopify does not say when a payout failed. On the transfer's own day no balance ever shows money that did not leave. */
  readonly ofTakeBack: (payout: Payout) => CalendarDate;
}

export function bookedDays(standing: Standing): BookedDays {
  const { books, documents } = standing;
  const ofLine = (key: string, own: CalendarDate): CalendarDate => {
    const there = standing.lineDates.get(key);
    if (there === undefined) return openDay(own, books, 'statement line');
    return isRight(own, there, key, standing) ? there : own;
  };
  return {
    ofDocument(document) {
      const own = dateIn(document.happenedAt, books.timeZone);
      const inOdoo = documents.get(document.key);
      if (inOdoo?.state === 'posted') return inOdoo.date ?? own;
      return openDay(own, books);
    },
    ofTransaction: ({ id, occurredAt }) => ofLine(`bt_${id}`, dateIn(occurredAt, books.timeZone)),
    ofTransfer: ({ id, issuedOn }) => ofLine(`po_${id}`, issuedOn),
    ofTakeBack: ({ id, issuedOn }) => ofLine(takeBackKey(id), issuedOn),
  };
}

/** Documents that Odoo moved to another day in silence, when the run that posted them died before it could see that. */
export function movedDocuments(documents: readonly Document[], standing: Standing): Finding[] {
  const { books } = standing;
  return documents.flatMap((document): Finding[] => {
    const inOdoo = standing.documents.get(document.key);
    if (inOdoo?.state !== 'posted' || inOdoo.date === undefined) return [];
    const own = dateIn(document.happenedAt, books.timeZone);
    if (isRight(own, inOdoo.date, document.key, standing)) return [];
    const lock = lockOn(own, 'sales document', books.lockDates) ?? '';
    return [periodLocked(document, { date: own, lock, openDay: inOdoo.date }, inOdoo.moveId)];
  });
}

/** What stands on a later day is right where the merchant lets closed periods go there, or where a run has proven it. */
function isRight(own: CalendarDate, there: CalendarDate, key: string, { books, proven }: Standing): boolean {
  return there === own || (there > own && (books.postOnFirstOpenDay || proven.has(key)));
}
