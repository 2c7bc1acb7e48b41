import { money, toDecimal } from '../../app/accounting/money';
import type { MoneyView } from '../../app/views/money-view';
import type { PreviewView } from '../../app/views/payout-view';
import type { BookedEntry } from './books-of-klopt';

/** A preview's entries in the form in which `booksOfKlopt` answers those that stand in Odoo. */
export function previewedEntries({ entries }: Pick<PreviewView, 'entries'>): BookedEntry[] {
  return entries
    .map((entry) => ({
      name: entry.key,
      date: entry.date,
      state: 'posted',
      items: entry.items
        .map(({ account, debit, credit }) => ({ account, debit: decimal(debit), credit: decimal(credit) }))
        .sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1)),
    }))
    .sort((left, right) => (left.name < right.name ? -1 : 1));
}

function decimal(amount: MoneyView | null): string {
  return amount ? toDecimal(money(BigInt(amount.minor), amount.currency)) : '0.00';
}
