import { createHash } from 'node:crypto';
import type { BalanceTransaction } from '../accounting/balance-transaction';
import type { Document } from '../accounting/document';
import { toDecimal } from '../accounting/money';
import type { PaymentEntry } from '../accounting/payment-entry';
import type { Payout } from '../accounting/payout';
import { plainestKey } from '../accounting/tax-key';

/** What a document was made from: Shopify's figures alone, so that a changed mapping or setting is no other input. */
export function documentHash(document: Document): string {
  return hash([
    document.kind,
    document.currency,
    document.order.id,
    ...(document.netLines ?? document.lines).map((line) => [
      line.sale,
      line.role,
      line.quantity.toString(),
      toDecimal(line.untaxed),
      toDecimal(line.total),
      ...line.taxes.map(({ key, amount }) => [plainestKey(key), toDecimal(amount)]),
    ]),
  ]);
}

export function transactionHash(transaction: BalanceTransaction): string {
  const { type, amount, fee, net } = transaction;
  return hash([type, amount.currency, toDecimal(amount), toDecimal(fee), toDecimal(net)]);
}

export function paymentHash({ gateway, direction, money, rounding }: PaymentEntry): string {
  return hash([gateway, direction, money.currency, toDecimal(money), toDecimal(rounding)]);
}

export function transferHash(payout: Payout): string {
  return hash([payout.id, payout.net.currency, toDecimal(payout.net)]);
}

function hash(facts: unknown): string {
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}
