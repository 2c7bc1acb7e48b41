import type { DocumentSettings } from '../../../app/accounting/document-settings';
import type { Order } from '../../../app/accounting/order';
import { anOrder, type OrderTraits } from '../../support/order-builder';
import {
  additionalFee,
  adjustment,
  back,
  discounted,
  duty,
  giftCard,
  ofVariant,
  product,
  remitted,
  returnFee,
  shipping,
  tip,
  vat,
} from '../../support/sale-lines';

export interface KindOfOrder {
  readonly title: string;
  readonly tell: (order: ReturnType<typeof anOrder>) => ReturnType<typeof anOrder>;
  readonly traits?: OrderTraits;
  readonly discounts?: DocumentSettings['discounts'];
  readonly receipt?: boolean;
  /** How many documents it must become. */
  readonly documents?: number;
}

const excluded = { taxesIncluded: false } as const;
const asLines = { discounts: 'lines' } as const;
const can = product('Gieter', 1, '24.99', vat('21'));
const book = product('Tuinboek', 1, '19.95', vat('9'));

/** One order of every kind that a shop sells or takes back. Prices are in euros with Dutch VAT unless it says otherwise. */
export const kindsOfOrders: readonly KindOfOrder[] = [
  { title: 'several VAT rates', tell: (order) => order.with(can, book, product('Gratis advies', 1, '5.00')) },
  {
    title: 'several VAT rates, prices without VAT',
    traits: excluded,
    tell: (order) =>
      order.with(
        product('Gieter', 3, '36.73', vat('21', '6.37')),
        product('Tuinboek', 1, '8.47', vat('9', '0.70')),
      ),
  },
  {
    title: 'shipping with a tax of its own, and several shipping lines',
    tell: (order) =>
      order.with(book, shipping('4.95', vat('21')), shipping('2.50', vat('9')), shipping('0.00')),
  },
  {
    title: 'discounts inside the prices',
    tell: (order) => order.with(discounted(product('Gieter', 3, '67.47', vat('21')), '6.20', '7.50'), book),
  },
  {
    title: 'discounts as lines of their own, on two rates and on shipping',
    ...asLines,
    tell: (order) =>
      order.with(
        discounted(product('Gieter', 3, '67.47', vat('21')), '6.20', '7.50'),
        discounted(product('Tuinboek', 1, '17.95', vat('9')), '1.83', '2.00'),
        discounted(shipping('0.00', vat('21', '0.00')), '4.09', '4.95'),
      ),
  },
  {
    title: 'discounts as lines, prices without VAT',
    traits: excluded,
    ...asLines,
    tell: (order) => order.with(discounted(product('Gieter', 1, '21.78', vat('21', '3.78')), '2.00', '2.42')),
  },
  {
    title: 'everything discounted, as a line',
    ...asLines,
    tell: (order) =>
      order.with(discounted(product('Gieter', 1, '0.00', vat('21', '0.00')), '20.65', '24.99')),
  },
  {
    title: 'everything discounted, inside the price',
    tell: (order) => order.with(product('Gieter', 1, '0.00', vat('21', '0.00'))),
  },
  { title: 'a tip', tell: (order) => order.with(can, tip('2.50')) },
  {
    title: 'duty and an additional fee',
    tell: (order) => order.with(can, duty('7.10'), additionalFee('Cadeauverpakking', '3.50', vat('21'))),
  },
  {
    title: 'a custom line, a free line and one of the catalogue',
    tell: (order) =>
      order.with(
        product('Maatwerk', 1, '120.00', vat('21')),
        product('Staal', 1, '0.00', vat('21', '0.00')),
        ofVariant(can, '41', 'CAN-1'),
      ),
  },
  { title: 'a gift card sold, beside goods', tell: (order) => order.with(giftCard('50.00'), can) },
  { title: 'a gift card sold, alone', tell: (order) => order.with(giftCard('25.00')) },
  {
    title: 'a bundle of three lines',
    tell: (order) =>
      order.with(
        product('Set: schep', 1, '13.34', vat('21')),
        product('Set: hark', 1, '13.33', vat('21')),
        product('Set: zaden', 1, '13.32', vat('9')),
      ),
  },
  { title: 'three pieces for 29.98', tell: (order) => order.with(product('Pot', 3, '29.98', vat('21'))) },
  {
    title: 'three lines of 9.99, which Odoo rounds otherwise',
    tell: (order) => order.with(...[1, 2, 3].map((at) => product(`Pot ${String(at)}`, 1, '9.99', vat('21')))),
  },
  { title: 'nothing to pay', tell: (order) => order.with(product('Staal', 1, '0.00'), shipping('0.00')) },
  {
    title: 'an exchange of something for something dearer',
    documents: 2,
    tell: (order) => order.with(can).returned(back(can), product('Grote gieter', 1, '34.99', vat('21'))),
  },
  {
    title: 'an exchange for something cheaper, of another rate',
    documents: 2,
    tell: (order) => order.with(can).returned(back(can), book),
  },
  {
    title: 'an exchange for the same price',
    documents: 2,
    tell: (order) => order.with(can).returned(back(can), product('Rode gieter', 1, '24.99', vat('21'))),
  },
  {
    title: 'a return with restocking and return shipping kept',
    documents: 2,
    tell: (order) =>
      order
        .with(product('Gieter', 2, '49.98', vat('21')), shipping('4.95', vat('21')))
        .refunded([back(can), returnFee('2.50', vat('21')), returnFee('4.95', vat('21'))]),
  },
  {
    title: 'a refund of more than was given back',
    documents: 2,
    tell: (order) => order.with(can).refunded([back(can), back(adjustment('5.00'))]),
  },
  {
    title: 'a refund of less than was given back',
    documents: 2,
    tell: (order) => order.with(can).refunded([back(can), adjustment('4.99')]),
  },
  {
    title: 'a refund of an amount without lines',
    documents: 2,
    tell: (order) => order.with(can).refunded([back(adjustment('10.00'))]),
  },
  {
    title: 'a refund of shipping alone',
    documents: 2,
    tell: (order) =>
      order.with(can, shipping('4.95', vat('21'))).refunded([back(shipping('4.95', vat('21')))]),
  },
  {
    title: 'an edit that adds and one that takes out',
    documents: 3,
    tell: (order) => order.with(can).edited(book).edited(back(can)),
  },
  {
    title: 'a tax that Shopify pays itself',
    tell: (order) => order.with(product('Gieter', 2, '49.98', remitted('21')), book),
  },
  {
    title: 'the same, prices without VAT, and given back in part',
    documents: 2,
    traits: excluded,
    tell: (order) =>
      order
        .with(product('Gieter', 2, '48.40', remitted('21', '8.40')))
        .refunded([back(product('Gieter', 1, '24.20', remitted('21', '4.20')))]),
  },
  {
    title: 'two taxes on one line',
    tell: (order) => order.with(product('Gieter', 2, '130.00', vat('21', '21.00'), vat('9', '9.00'))),
  },
  {
    title: 'two taxes on one line, prices without VAT',
    traits: excluded,
    tell: (order) =>
      order.with(
        product('Gieter', 3, '77.93', vat('21', '12.59'), vat('9', '5.40')),
        shipping('4.95', vat('21')),
      ),
  },
  {
    title: 'a tax of the shop’s own beside one that Shopify pays itself',
    tell: (order) => order.with(product('Gieter', 1, '130.00', vat('9', '9.00'), remitted('21', '21.00'))),
  },
  {
    title: 'a sales receipt, and its credit note',
    receipt: true,
    documents: 2,
    tell: (order) => order.with(can, book, tip('1.00')).refunded([back(book)]),
  },
  {
    title: 'a company with payment terms and a number of its own',
    traits: {
      ...excluded,
      poNumber: 'PO-4711/a',
      paymentTerms: { name: 'Net 30', dueAt: '2026-12-03T10:00:00Z' },
      buyer: { name: 'Hoveniersbedrijf Groen BV', isCompany: true },
    },
    tell: (order) => order.with(product('Gieter', 40, '847.00', vat('21', '147.00'))),
  },
  {
    title: 'dollars',
    traits: { currency: 'USD' },
    documents: 2,
    tell: (order) =>
      order
        .with(product('Gieter', 3, '29.98', vat('21')), shipping('4.95', vat('21')))
        .refunded([back(product('Gieter', 1, '9.99', vat('21')))]),
  },
  {
    title: 'yen',
    traits: { currency: 'JPY' },
    tell: (order) =>
      order.with(product('Gieter', 3, '2998', vat('21')), product('Tuinboek', 1, '995', vat('9'))),
  },
  {
    title: 'dinars of a thousand fils, which no price of Odoo can say',
    traits: { currency: 'KWD' },
    documents: 2,
    tell: (order) =>
      order
        .with(product('Gieter', 3, '29.981', vat('21')), product('Tuinboek', 1, '1.234', vat('9')))
        .refunded([back(product('Gieter', 1, '9.994', vat('21')))]),
  },
  {
    title: 'dinars, prices without VAT',
    traits: { currency: 'KWD', ...excluded },
    tell: (order) => order.with(product('Gieter', 60, '257.049', vat('21')), tip('0.505')),
  },
];

/** `number` is the shop's own: two runs against one Odoo must not share it. */
export function orderOfKind({ tell, traits }: KindOfOrder, number: string): Order {
  return tell(anOrder(`#${number}`, { at: '2026-11-03T10:00:00Z', ...traits })).build();
}
