import type { Order, OrderTransaction } from '../../app/accounting/order';
import { currency } from '../../app/accounting/currency';
import { refundId } from '../../app/accounting/ids';
import { anOrder, eur, product, vat } from './builders';

const plain = () =>
  anOrder()
    .with(product('Gieter', 1, '12.10', vat('21')))
    .paid('12.10')
    .build();
const unpaid = () =>
  anOrder()
    .with(product('Gieter', 1, '12.10', vat('21')))
    .build();

const failedRefund = (order: Order): OrderTransaction => {
  const [payment] = order.transactions;
  if (!payment) throw new Error('a payment expected');
  return {
    ...payment,
    kind: 'refund',
    succeeded: false,
    status: 'failure',
    gatewayTitle: 'PayPal',
    amount: eur('4.00'),
    refund: refundId('7'),
  };
};

const order = plain();

/** One order for each way in which an order's own figures may fail: what checkOrder finds, its figures, its facts. */
export const orderExamples: readonly (readonly [title: string, order: Order, found: readonly unknown[]])[] = [
  [
    'a total in Shopify that is not its ledger’s',
    { ...order, totals: { current: eur('12.00') } },
    ['order-total-differs', '12.00', '12.10', '0.10'],
  ],
  [
    'a cancelled order that nothing took back',
    { ...unpaid(), cancelledAt: '2026-06-02T10:00:00Z' },
    ['cancelled-not-reversed', undefined, '12.10', undefined],
  ],
  [
    'an order in dollars whose payment has another rate',
    {
      ...order,
      presentmentCurrency: currency('USD'),
      financialStatus: 'paid',
      totals: { current: eur('12.10'), outstanding: eur('0.00') },
      transactions: order.transactions.map((payment) => ({ ...payment, amount: eur('11.45') })),
    },
    ['paid-at-other-rate', '12.10', '11.45', '-0.65'],
  ],
  [
    'a refund that did not reach the customer',
    { ...order, transactions: [...order.transactions, failedRefund(order)] },
    ['refund-failed', undefined, '4.00', undefined],
  ],
];
