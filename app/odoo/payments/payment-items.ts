import type { Account, Convert } from '../../accounting/books';
import type { OpenItem } from '../../accounting/counterpart';
import type { Currency } from '../../accounting/currency';
import { isZero, negate, sum, type Money } from '../../accounting/money';
import type { PaymentToLoad } from './payment-to-load';

/** A journal item of a payment. */
export interface PaymentItem {
  /** Tells the items of one payment apart: its external id is the payment's with this behind it. */
  readonly part: string;
  readonly account: Account;
  readonly label: string;
  /** Debit positive, in the payment's currency. */
  readonly amount: Money;
  /** The receivable item that it is reconciled with. */
  readonly settles?: OpenItem;
}

/** `#1001 PayPal`: what a person knows the payment by, in Odoo and in findings. */
export function paymentName({ payment: { order, gatewayTitle, gateway } }: PaymentToLoad): string {
  return `${order.name} ${gatewayTitle || gateway}`;
}

/**
 * The items of a payment that came in: what moved (debit), each document's receivable (credit), what a till rounded off,
 * and the rest as an open credit of the customer. Of one that went out, the other way. They sum to zero. Where a rounding has no account
 * yet it stands on the receivable; `loadPayments` refuses it before.
 */
export function paymentItems(toLoad: PaymentToLoad): PaymentItem[] {
  const { payment, target, items, receivable, roundingAccount } = toLoad;
  const signed = (amount: Money) => (payment.direction === 'in' ? amount : negate(amount));
  const name = paymentName(toLoad);
  const money = { part: 'money', account: target.account, label: name, amount: signed(payment.money) };
  const shares = payment.shares.map(({ document, amount }, index): PaymentItem => {
    const item = items.get(document);
    return {
      part: String(index + 1),
      account: item?.account ?? receivable,
      label: item?.name ?? payment.order.name,
      amount: negate(signed(amount)),
      ...(item ? { settles: item } : {}),
    };
  });
  const rounding = {
    part: 'rounding',
    account: roundingAccount ?? receivable,
    label: name,
    amount: signed(payment.rounding),
  };
  const open = { part: 'open', account: receivable, label: name, amount: negate(signed(payment.open)) };
  return [money, ...shares, rounding, open].filter(({ part, amount }) => part === 'money' || !isZero(amount));
}

/** What each item moves in the company's currency, debit positive; the first takes what rounding leaves. Sums to zero. */
export function itemBalances(
  items: readonly PaymentItem[],
  company: Currency,
  convert: Convert,
): readonly Money[] {
  const others = items.slice(1).map(({ amount }) => convert(amount));
  return [negate(sum(company, others)), ...others];
}
