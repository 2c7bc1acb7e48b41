import type { DocumentBooks } from '../accounting/books';
import { dateIn } from '../accounting/calendar-date';
import type { OpenItem } from '../accounting/counterpart';
import type { DocumentKey } from '../accounting/ids';
import type { PaymentEntry } from '../accounting/payment-entry';
import type { Gateways } from '../odoo/books/read-gateways';
import type { PaymentToLoad } from '../odoo/payments/payment-to-load';
import { openDay } from './open-day';

/** Of payments those that can be registered: their gateway has a place, and all documents that they settle stand posted. */
export function paymentsToLoad(
  payments: readonly PaymentEntry[],
  { books, gateways }: { readonly books: DocumentBooks; readonly gateways: Gateways },
  items: ReadonlyMap<DocumentKey, OpenItem>,
  partnerOf: (order: string) => number | undefined,
): PaymentToLoad[] {
  const { receivable, cashRounding, timeZone } = books;
  return payments.flatMap((payment): PaymentToLoad[] => {
    const target = gateways.targets.get(payment.gateway);
    const partnerId = partnerOf(payment.order.id);
    const stand = payment.shares.every(({ document }) => items.has(document));
    if (!target || partnerId === undefined || !stand) return [];
    const date = openDay(dateIn(payment.happenedAt, timeZone), books);
    const rounding = cashRounding ? { roundingAccount: cashRounding } : {};
    return [{ payment, target, partnerId, date, items, receivable, ...rounding }];
  });
}
