import { calendarDate } from '../../app/accounting/calendar-date';
import type { FoundInvoice } from '../../app/accounting/match-found-invoice';
import type { PayoutPicture } from '../../app/accounting/payout-picture';
import {
  accounts,
  anOrder,
  aPayout,
  booksWithout,
  chargeOf,
  eur,
  pictureOf,
  product,
  someBooks,
  tip,
  transaction,
  vat,
} from './builders';

const order = anOrder()
  .with(product('Gieter', 2, '24.20', vat('21')))
  .paid('24.20')
  .build();
const adjustment = (traits = {}) => transaction('ADJUSTMENT', '10.00', { id: '1', ...traits });
const invoice = (name: string, open: string): FoundInvoice => ({
  item: { key: `odoo_${name}`, account: accounts.receivable, name },
  open: eur(open),
});
const twoInvoices = { '#0999': [invoice('INV/1', '24.20'), invoice('INV/2', '24.20')] };
const may = calendarDate('2026-05-31');

/** One picture for each way in which a payout may fail, with what the checks find: kind, expected, actual, residual. */
export const findingExamples: readonly (readonly [
  title: string,
  picture: PayoutPicture,
  found: readonly unknown[][],
])[] = [
  [
    'a payout that is still scheduled',
    pictureOf({ payout: aPayout('10.00', { status: 'scheduled' }), transactions: [adjustment()] }),
    [['payout-not-final', undefined, '10.00', undefined]],
  ],
  [
    'a payout that is on its way',
    pictureOf({ payout: aPayout('10.00', { status: 'in-transit' }), transactions: [adjustment()] }),
    [['payout-not-final', undefined, '10.00', undefined]],
  ],
  [
    'a payout without transactions',
    pictureOf({ payout: aPayout('10.00'), transactions: [] }),
    [['payout-empty', '10.00', undefined, undefined]],
  ],
  [
    'a payout of a cent more than its transactions',
    pictureOf({ payout: aPayout('10.01'), transactions: [adjustment()] }),
    [['sum-differs', '10.01', '10.00', '-0.01']],
  ],
  [
    'a transaction whose net is not amount less fee',
    pictureOf({ payout: aPayout('9.51'), transactions: [adjustment({ fee: '0.50', net: '9.51' })] }),
    [['net-differs', '9.50', '9.51', '0.01']],
  ],
  [
    'a transaction in another currency than the payout',
    pictureOf({
      payout: aPayout('10.00'),
      transactions: [adjustment(), adjustment({ id: '2', currency: 'USD' })],
    }),
    [['currency-differs', undefined, '10.00', undefined]],
  ],
  [
    'a transaction of another payout in the list',
    pictureOf({ payout: aPayout('10.00'), transactions: [adjustment({ payout: '42' })] }),
    [['transaction-of-other-payout', undefined, '10.00', undefined]],
  ],
  [
    'a transaction that is listed twice',
    pictureOf({ payout: aPayout('20.00'), transactions: [adjustment(), adjustment()] }),
    [['transaction-twice', undefined, '10.00', undefined]],
  ],
  [
    'a test transaction',
    pictureOf({ payout: aPayout('10.00'), transactions: [adjustment({ test: true })] }),
    [['test-transaction', undefined, '10.00', undefined]],
  ],
  [
    'a type without a mapping',
    pictureOf({ transactions: [transaction('SHIPPING_LABEL', '-6.95')] }),
    [['type-unmapped', undefined, '-6.95', undefined]],
  ],
  [
    'a type that nobody knows',
    pictureOf({ transactions: [transaction('HOLOGRAM', '1.00')] }),
    [['type-unknown', undefined, '1.00', undefined]],
  ],
  [
    'a tax without a mapping',
    pictureOf({ transactions: [chargeOf(order)], orders: [order], books: someBooks({ taxes: new Map() }) }),
    [['tax-unmapped', undefined, undefined, undefined]],
  ],
  [
    'a kind of line without an account',
    (() => {
      const tipped = anOrder()
        .with(product('Gieter', 1, '10.00'), tip('2.00'))
        .paid('12.00')
        .build();
      return pictureOf({
        transactions: [chargeOf(tipped)],
        orders: [tipped],
        books: someBooks({ roles: new Map() }),
      });
    })(),
    [['role-unmapped', undefined, '2.00', undefined]],
  ],
  [
    'VAT on a fee without an account for it',
    pictureOf({
      transactions: [adjustment({ fee: '0.61', feeVat: '0.11' })],
      books: booksWithout('feeVatAccount'),
    }),
    [['mapping-missing', undefined, '0.11', undefined]],
  ],
  [
    'a charge of an order that Shopify does not have',
    pictureOf({
      transactions: [transaction('CHARGE', '24.20', { order: '#0999' })],
      missingOrders: ['#0999'],
    }),
    [['order-missing', undefined, '24.20', undefined]],
  ],
  [
    'a charge that its order does not list',
    pictureOf({ transactions: [transaction('CHARGE', '24.20', { order, nth: 5 })], orders: [order] }),
    [['charge-without-transaction', undefined, '24.20', undefined]],
  ],
  [
    'a charge of more than its documents',
    (() => {
      const overpaid = anOrder()
        .with(product('Gieter', 1, '20.00'))
        .paid('25.00')
        .build();
      return pictureOf({ transactions: [chargeOf(overpaid)], orders: [overpaid] });
    })(),
    [['payment-exceeds-documents', '20.00', '25.00', '5.00']],
  ],
  [
    'one payment of an order under two balance transactions',
    pictureOf({ transactions: [chargeOf(order), chargeOf(order)], orders: [order] }),
    [['payment-exceeds-documents', '0.00', '24.20', '24.20']],
  ],
  [
    'a charge without an order and without an invoice in Odoo',
    pictureOf({ transactions: [transaction('CHARGE', '24.20', { order: '#0999' })] }),
    [['invoice-not-found', undefined, '24.20', undefined]],
  ],
  [
    'a charge with two invoices in Odoo',
    pictureOf({ transactions: [transaction('CHARGE', '24.20', { order: '#0999' })], found: twoInvoices }),
    [['invoice-ambiguous', undefined, '24.20', undefined]],
  ],
  [
    'a charge of more than is open on its invoice in Odoo',
    pictureOf({
      transactions: [transaction('CHARGE', '24.20', { order: '#0999' })],
      found: { '#0999': [invoice('INV/1', '20.00')] },
    }),
    [['open-item-short', '20.00', '24.20', '4.20']],
  ],
  [
    'two charges that together are more than is open on their invoice in Odoo',
    pictureOf({
      transactions: [
        transaction('CHARGE', '15.00', { order: '#0999' }),
        transaction('CHARGE', '10.00', { order: '#0999' }),
      ],
      found: { '#0999': [invoice('INV/1', '20.00')] },
    }),
    [['open-item-short', '20.00', '25.00', '5.00']],
  ],
  [
    'a closed period under a document',
    pictureOf({
      transactions: [chargeOf(order)],
      orders: [order],
      books: someBooks({ lockDates: { sales: calendarDate('2026-06-01') } }),
    }),
    [['period-locked', undefined, undefined, undefined]],
  ],
  [
    'a closed period under a transaction',
    pictureOf({
      transactions: [adjustment({ at: '2026-05-31T21:59:59Z' })],
      books: someBooks({ lockDates: { everything: may } }),
    }),
    [['period-locked', undefined, undefined, undefined]],
  ],
];
