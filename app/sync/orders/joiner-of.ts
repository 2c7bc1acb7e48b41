import { dateIn } from '../../accounting/calendar-date';
import { dayMember, nowhere } from '../../accounting/day-documents';
import type { Document } from '../../accounting/document';
import type { Order } from '../../accounting/order';
import type { Joiner } from '../../database/join-days';
import { documentHash } from '../input-hash';

/** An agreement with the document of a day that it belongs in: where its order is taxed, on the day that it came about. */
export function joinerOf(document: Document, order: Order, timeZone: string): Joiner {
  return {
    slot: {
      day: dateIn(document.happenedAt, timeZone),
      country: order.taxCountry ?? nowhere,
      currency: document.currency,
      kind: document.kind,
    },
    member: dayMember(document),
    inputHash: documentHash(document),
  };
}
