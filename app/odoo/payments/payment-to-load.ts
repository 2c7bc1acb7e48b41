import type { Account, Journal } from '../../accounting/books';
import type { CalendarDate } from '../../accounting/calendar-date';
import type { Currency } from '../../accounting/currency';
import type { OpenItem } from '../../accounting/counterpart';
import type { DocumentKey } from '../../accounting/ids';
import type { PaymentEntry } from '../../accounting/payment-entry';

/** Where the payments of a gateway go. */
export interface PaymentTarget {
  readonly journal: Journal;
  /** The journal's own; absent for the company's. */
  readonly currency?: Currency;
  /**
   * What a payment moves: an outstanding account (it waits there for the bank's line), a gift card's liability, PayPal's
   * balance. The journal's own liquidity account (a till): then it is a statement line of that journal.
   */
  readonly account: Account;
  readonly asStatementLine: boolean;
}

/** A payment with what only Odoo knows of it. */
export interface PaymentToLoad {
  readonly payment: PaymentEntry;
  readonly target: PaymentTarget;
  /** `res.partner`. */
  readonly partnerId: number;
  readonly date: CalendarDate;
  /** The receivable items of the documents that it settles. */
  readonly items: ReadonlyMap<DocumentKey, OpenItem>;
  /** Where what nothing calls for stays open. */
  readonly receivable: Account;
  /** Only needed where a coin was rounded. */
  readonly roundingAccount?: Account;
}
