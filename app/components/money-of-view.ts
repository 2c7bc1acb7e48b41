import { money, type Money } from '../accounting/money';
import type { MoneyView } from '../views/money-view';

/** The amount that crossed to the browser, back as an exact one. */
export function moneyOfView(view: MoneyView): Money {
  return money(BigInt(view.minor), view.currency);
}

export function viewOfMoney(amount: Money): MoneyView {
  return { minor: amount.minor.toString(), currency: amount.currency };
}
