import type { Money } from '../accounting/money';

/** Money as it crosses to the browser: minor units as a string, since JSON has no bigint. */
export interface MoneyView {
  readonly minor: string;
  readonly currency: string;
}

export function moneyView(amount: Money): MoneyView {
  return { minor: amount.minor.toString(), currency: amount.currency };
}
