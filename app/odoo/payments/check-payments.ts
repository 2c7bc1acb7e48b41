import type { Currency } from '../../accounting/currency';
import type { Finding } from '../../accounting/finding';
import { firstOpenDay, lockOn, type LockDates } from '../../accounting/lock-dates';
import { isZero, negate, subtract, zero, type Money } from '../../accounting/money';
import type { OpenItemInOdoo } from '../settlement/read-open-items';
import { itemShort, paymentPeriodLocked, roundingUnmapped, tillOfOtherCurrency } from './payment-findings';
import type { PaymentToLoad } from './payment-to-load';

/**
 * What stands in the way of a payment before anything of it is made: a closed day, a rounding without account, a till of
 * another currency, a document on which less is open. Payments share what is open in the order in which they are given.
 */
export function checkPayments(
  payments: readonly PaymentToLoad[],
  open: ReadonlyMap<number, OpenItemInOdoo>,
  { locks, company }: { readonly locks: LockDates; readonly company: Currency },
): Map<string, Finding[]> {
  const found = new Map<string, Finding[]>();
  const left = new Map<number, Money>();
  for (const toLoad of payments) {
    const { payment, target, date, roundingAccount } = toLoad;
    const findings: Finding[] = [];
    const lock = lockOn(date, 'statement line', locks);
    if (lock) findings.push(paymentPeriodLocked(toLoad, { date, lock, openDay: firstOpenDay(lock) }));
    if (!isZero(payment.rounding) && !roundingAccount) findings.push(roundingUnmapped());
    const ofTill = target.currency ?? company;
    if (target.asStatementLine && ofTill !== company && ofTill !== payment.money.currency) {
      findings.push(tillOfOtherCurrency(toLoad));
    }
    const taken = new Map<number, Money>();
    for (const { document, amount } of payment.shares) {
      const settled = toLoad.items.get(document);
      const item = open.get(settled?.itemId ?? 0);
      const rest = item ? (left.get(item.id) ?? openOf(item, payment.direction)) : zero(amount.currency);
      if (rest.currency === amount.currency && rest.minor < amount.minor) {
        const figures = { wanted: amount, open: rest, itemId: item?.id };
        findings.push(itemShort(toLoad, settled?.name ?? payment.order.name, figures));
      } else if (item && rest.currency === amount.currency) taken.set(item.id, subtract(rest, amount));
    }
    if (findings.length > 0) found.set(payment.key, findings);
    else for (const [id, rest] of taken) left.set(id, rest);
  }
  return found;
}

/** What of an item a payment of this direction can settle: of an invoice its debit, of a credit note its credit. */
function openOf({ posted, residual }: OpenItemInOdoo, direction: 'in' | 'out'): Money {
  const amount = direction === 'in' ? residual : negate(residual);
  return posted && amount.minor > 0n ? amount : zero(residual.currency);
}
