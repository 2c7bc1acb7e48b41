import { equals, negate } from '../../accounting/money';
import type { OpenItemInOdoo } from '../settlement/read-open-items';
import type { PaymentToLoad } from './payment-to-load';
import { paymentItems } from './payment-items';
import type { PaymentInOdoo, PaymentItemInOdoo } from './read-payment-items';

/** What a payment settles of a document, and how far that has come. */
export interface PaymentPair {
  readonly toLoad: PaymentToLoad;
  readonly openItem: OpenItemInOdoo;
  readonly matched: boolean;
  /** The payment's item that is to be reconciled with it; undefined where none is free any more. */
  readonly item?: PaymentItemInOdoo;
}

/**
 * Every document that payments are to settle. A payment made before its document (the customer's open credit then)
 * is paired with what of it is still open.
 */
export function pairsOfPayments(
  payments: readonly PaymentToLoad[],
  inOdoo: ReadonlyMap<string, PaymentInOdoo>,
  open: ReadonlyMap<number, OpenItemInOdoo>,
): PaymentPair[] {
  return payments.flatMap((toLoad): PaymentPair[] => {
    const payment = inOdoo.get(toLoad.payment.key);
    if (payment?.state !== 'posted') return [];
    const taken = new Set<number>();
    return paymentItems(toLoad).flatMap(({ settles, amount }, index): PaymentPair[] => {
      const openItem = open.get(settles?.itemId ?? 0);
      if (!openItem) return [];
      const own = payment.items.filter(({ account }) => account.id === openItem.account.id);
      if (own.some((item) => isMatched(item, openItem))) return [{ toLoad, openItem, matched: true }];
      const free = own.filter(
        ({ id, reconciled, residual }) => !taken.has(id) && !reconciled && residual.minor * amount.minor > 0n,
      );
      const item =
        free.find((one) => one === payment.items[index] && equals(one.amount, amount)) ??
        free.find(({ residual }) => equals(residual, amount)) ??
        free.find(({ residual }) => equals(residual, negate(openItem.residual))) ??
        free[0];
      if (item) taken.add(item.id);
      return [{ toLoad, openItem, matched: false, ...(item ? { item } : {}) }];
    });
  });
}

/** Both carry the same matching number of Odoo's, which no mark is. */
function isMatched(item: PaymentItemInOdoo, openItem: OpenItemInOdoo): boolean {
  return item.matching !== '' && !item.matching.startsWith('I') && item.matching === openItem.matching;
}
