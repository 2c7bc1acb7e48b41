import { add, money, zero, type Money } from '../accounting/money';
import { currency } from '../accounting/currency';
import { moneyView, type MoneyView } from '../sync/views/money-view';
import type { EntryView } from '../sync/views/payout-view';

/** Σ debit and Σ credit of an entry's items, per currency exact. An entry is in one currency. */
export function entryTotals(entry: EntryView): { debit: MoneyView; credit: MoneyView; balanced: boolean } {
  const unit = currency(entry.total.currency);
  let debit: Money = zero(unit);
  let credit: Money = zero(unit);
  for (const item of entry.items) {
    if (item.debit) debit = add(debit, money(BigInt(item.debit.minor), item.debit.currency));
    if (item.credit) credit = add(credit, money(BigInt(item.credit.minor), item.credit.currency));
  }
  return { debit: moneyView(debit), credit: moneyView(credit), balanced: debit.minor === credit.minor };
}
