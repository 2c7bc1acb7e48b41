import { currency } from '../accounting/currency';
import { sum } from '../accounting/money';
import type { MoneyView } from '../views/money-view';
import type { EntryView } from '../views/payout-view';
import { moneyOfView, viewOfMoney } from './money-of-view';

/** Σ debit and Σ credit of an entry's items, exact. An entry is in one currency. */
export function entryTotals(entry: EntryView): { debit: MoneyView; credit: MoneyView; balanced: boolean } {
  const side = (name: 'debit' | 'credit') =>
    sum(
      currency(entry.total.currency),
      entry.items.flatMap((item) => (item[name] ? [moneyOfView(item[name])] : [])),
    );
  const debit = side('debit');
  const credit = side('credit');
  return { debit: viewOfMoney(debit), credit: viewOfMoney(credit), balanced: debit.minor === credit.minor };
}
