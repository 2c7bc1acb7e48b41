import type { BalanceTransaction } from '../../app/accounting/balance-transaction';
import type { Order } from '../../app/accounting/order';
import { toDecimal } from '../../app/accounting/money';
import {
  anOrder,
  back,
  chargeOf,
  eur,
  product,
  refundOf,
  shipping,
  transaction,
  vat,
} from '../support/builders';

export interface LargePayout {
  readonly orders: readonly Order[];
  readonly transactions: readonly BalanceTransaction[];
}

/**
 * A payout of so many transactions, the same every time. Of each twenty, seventeen are charges of an order of a product or two and
 * shipping, two refund such an order in part, and one is a dispute.
 */
export function largePayout(count: number): LargePayout {
  const orders: Order[] = [];
  const transactions: BalanceTransaction[] = [];
  const at = (index: number) => new Date(Date.parse('2026-06-01T06:00:00Z') + index * 1000).toISOString();
  for (let index = 0; transactions.length < count; index += 1) {
    const story = anOrder(`#${String(100_000 + index)}`, { at: at(index) }).with(
      product('Gieter', 1 + (index % 3), price(1999 + (index % 700)), vat('21')),
      ...(index % 3 === 0 ? [product('Zaden', 2, price(598 + (index % 50)), vat('9'))] : []),
      shipping('4.95', vat('21')),
    );
    const total = story
      .build()
      .agreements.flatMap(({ sales }) => sales)
      .reduce((rest, sale) => rest + sale.total.minor, 0n);
    story.paid(price(Number(total)));
    const refunded = index % 17 < 2;
    if (refunded) story.refunded([back(product('Gieter', 1, '2.99', vat('21')))], '2.99');
    const order = story.build();
    orders.push(order);
    transactions.push(chargeOf(order, { fee: '0.61', feeVat: '0.11', at: at(index) }));
    if (refunded) transactions.push(refundOf(order, { nth: 1, at: at(index + 60) }));
    if (index % 17 === 16)
      transactions.push(transaction('DISPUTE_WITHDRAWAL', '-20.00', { fee: '15.00', at: at(index) }));
  }
  return { orders, transactions: transactions.slice(0, count) };
}

const price = (cents: number) => toDecimal({ ...eur('0'), minor: BigInt(cents) });
