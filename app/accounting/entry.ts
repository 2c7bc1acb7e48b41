import type { Account, Journal } from './books';
import type { CalendarDate } from './calendar-date';
import type { Money } from './money';

export interface EntryItem {
  readonly account: Account;
  readonly label: string;
  /** Debit positive, credit negative. */
  readonly balance: Money;
}

/** A journal entry as it will stand in Odoo, or as it stands there. */
export interface Entry {
  /** The document's or statement line's key. */
  readonly key: string;
  readonly kind: 'invoice' | 'credit-note' | 'statement-line' | 'transfer';
  readonly journal: Journal;
  readonly date: CalendarDate;
  readonly reference: string;
  readonly items: readonly EntryItem[];
}
