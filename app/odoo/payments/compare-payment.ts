import { compare } from '../../accounting/compare';
import type { Finding } from '../../accounting/finding';
import { equals, type Money } from '../../accounting/money';
import { paymentItems } from './payment-items';
import type { PaymentToLoad } from './payment-to-load';
import type { PaymentInOdoo } from './read-payment-items';

export interface PaymentDifference {
  readonly what: 'amount' | 'items' | 'journal';
  readonly figures: Partial<Pick<Finding, 'expected' | 'actual' | 'residual'>>;
}

/** In what a payment of ours differs from what it was to be, to the minor unit per item; undefined where in nothing. */
export function comparePayment(toLoad: PaymentToLoad, inOdoo: PaymentInOdoo): PaymentDifference | undefined {
  const wanted = paymentItems(toLoad);
  const money = compareMoney(toLoad, inOdoo);
  if (money) return money;
  if (inOdoo.journalId !== toLoad.target.journal.id) return { what: 'journal', figures: {} };
  const same =
    wanted.length === inOdoo.items.length &&
    wanted.every(({ account, amount }, index) => {
      const item = inOdoo.items[index];
      return item?.account.id === account.id && (index === 0 || equals(item.amount, amount));
    });
  return same ? undefined : { what: 'items', figures: {} };
}

/**
 * The money alone: what a payment that stood there before must still agree in. Its accounts were right when it was made,
 * and what of it settles which document may have grown since.
 */
export function compareMoney(toLoad: PaymentToLoad, { items }: PaymentInOdoo): PaymentDifference | undefined {
  const wanted: Money | undefined = paymentItems(toLoad)[0]?.amount;
  const actual = items[0]?.amount;
  if (!wanted || !actual) return { what: 'items', figures: {} };
  // A till of the company's currency shows its own money for an invoice in another.
  if (wanted.currency !== actual.currency || equals(wanted, actual)) return undefined;
  return { what: 'amount', figures: compare(wanted, actual) };
}
