import { describe, expect, it } from 'vitest';
import {
  accounts,
  amounts,
  anOrder,
  back,
  booksWithout,
  chargeOf,
  eur,
  figures,
  findingIn,
  pictureOf,
  product,
  refundOf,
  someBooks,
  strangeLine,
  transaction,
  without,
} from '../../test/support/builders';
import type { BalanceTransaction } from './balance-transaction';
import type { Counterpart } from './counterpart';
import type { FoundInvoice } from './match-found-invoice';
import { matchTransaction } from './match-transaction';
import type { Order } from './order';
import type { Books } from './books';

interface Surroundings {
  readonly orders?: readonly Order[];
  readonly books?: Books;
  readonly found?: Readonly<Record<string, readonly FoundInvoice[]>>;
  readonly missingOrders?: readonly string[];
}

const match = (one: BalanceTransaction, surroundings: Surroundings = {}) =>
  matchTransaction(one, pictureOf({ transactions: [one], ...surroundings }).match);

/** What stands against it: name, gross in the payout's currency and, of an open item, its share in the document's. */
function against(one: BalanceTransaction, surroundings: Surroundings = {}): string[][] {
  const result = match(one, surroundings);
  if ('finding' in result) throw new Error(`expected a counterpart, got ${result.finding.kind}`);
  return result.counterparts.map(inShort);
}

function inShort(counterpart: Counterpart): string[] {
  return counterpart.kind === 'open-item'
    ? [counterpart.item.name, ...amounts([counterpart.gross, counterpart.amount])]
    : [`${counterpart.kind} ${counterpart.account.name}`, ...amounts([counterpart.gross])];
}

function invoice(name: string, open: string): FoundInvoice {
  return { item: { key: `odoo_${name}`, itemId: 7, account: accounts.receivable, name }, open: eur(open) };
}

const paidOrder = () =>
  anOrder()
    .with(product('Gieter', 1, '24.93'))
    .paid('24.93')
    .build();

describe('a charge of an order that is known', () => {
  it('settles the invoice of its order', () => {
    const order = paidOrder();
    expect(against(chargeOf(order, { fee: '0.61' }), { orders: [order] })).toEqual([
      ['#1001', '24.93', '24.93'],
    ]);
  });

  it('for an order and its edit settles both invoices', () => {
    const order = anOrder()
      .with(product('Gieter', 1, '20.00'))
      .edited(product('Hark', 1, '5.00'))
      .captured('25.00')
      .build();
    expect(against(chargeOf(order), { orders: [order] })).toEqual([
      ['#1001', '20.00', '20.00'],
      ['#1001-E1', '5.00', '5.00'],
    ]);
  });

  it('that the order does not list is a finding', () => {
    const order = paidOrder();
    const charge = without(chargeOf(order), 'orderTransaction');
    const finding = findingIn(match(charge, { orders: [order] }));
    expect(figures(finding)).toEqual(['charge-without-transaction', undefined, '24.93', undefined]);
    expect(finding.remedy).toEqual({ page: 'shopify-order', id: '1001' });
  });

  it('of a payment that was declined is a finding', () => {
    const order = anOrder()
      .with(product('Gieter', 1, '24.93'))
      .declined('24.93')
      .build();
    expect(findingIn(match(chargeOf(order), { orders: [order] })).kind).toBe('charge-without-transaction');
  });

  it('of more than its documents ask is a finding with the excess', () => {
    const order = anOrder()
      .with(product('Gieter', 1, '20.00'))
      .paid('25.00')
      .build();
    const finding = findingIn(match(chargeOf(order), { orders: [order] }));
    expect(figures(finding)).toEqual(['payment-exceeds-documents', '20.00', '25.00', '5.00']);
  });

  it('of an order whose document could not be made is a finding', () => {
    const order = anOrder().with(strangeLine('HOLOGRAM', '20.00')).paid('20.00').build();
    const finding = findingIn(match(chargeOf(order), { orders: [order] }));
    expect(figures(finding)).toEqual(['payment-exceeds-documents', '0.00', '20.00', '20.00']);
  });

  it('whose figure differs from the order’s own, in one and the same currency, is a finding with the difference', () => {
    const order = paidOrder();
    const finding = findingIn(match(chargeOf(order, { amount: '24.90' }), { orders: [order] }));
    expect(figures(finding)).toEqual(['payment-exceeds-documents', '24.93', '24.90', '-0.03']);
  });
});

describe('a refund', () => {
  it('settles the credit note of its refund', () => {
    const order = anOrder()
      .with(product('Gieter', 2, '19.98'))
      .paid('19.98')
      .refunded([back(product('Gieter', 1, '9.99'))], '9.99')
      .build();
    expect(against(refundOf(order, { nth: 1 }), { orders: [order] })).toEqual([
      ['#1001-R1', '-9.99', '-9.99'],
    ]);
  });

  it('that failed brings money back and settles nothing: it waits for its mapping', () => {
    const order = anOrder()
      .with(product('Gieter', 1, '9.99'))
      .paid('9.99')
      .refunded([back(product('Gieter', 1, '9.99'))], '9.99')
      .build();
    const failure = transaction('REFUND_FAILURE', '9.99', { order, nth: 1 });
    expect(findingIn(match(failure, { orders: [order] })).kind).toBe('type-unmapped');
    const books = someBooks({ types: new Map([['REFUND_FAILURE', accounts.withoutDocument]]) });
    expect(against(failure, { orders: [order], books })).toEqual([
      ['account Charges without a document', '9.99'],
    ]);
  });
});

describe('a customer who paid in dollars', () => {
  const order = anOrder('#1001', { presentment: 'USD' })
    .with(product('Gieter', 1, '92.00'))
    .paid('92.00')
    .build();

  it('brings an exchange difference, from two figures of Shopify', () => {
    expect(against(chargeOf(order, { amount: '91.37' }), { orders: [order] })).toEqual([
      ['#1001', '92.00', '92.00'],
      ['exchange Exchange differences', '-0.63'],
    ]);
  });

  it('brings none when the figures are equal', () => {
    expect(against(chargeOf(order), { orders: [order] })).toEqual([['#1001', '92.00', '92.00']]);
  });

  it('waits with the difference named while no exchange account is mapped', () => {
    const finding = findingIn(
      match(chargeOf(order, { amount: '91.37' }), {
        orders: [order],
        books: booksWithout('exchangeAccount'),
      }),
    );
    expect(figures(finding)).toEqual(['payment-exceeds-documents', '92.00', '91.37', '-0.63']);
  });
});

describe('documents in the customer’s currency', () => {
  it('share the gross of the payout by what of the payment each one gets', () => {
    const order = anOrder('#1001', { currency: 'USD' })
      .with(product('Gieter', 1, '100.00'))
      .edited(product('Hark', 1, '50.00'))
      .paid('150.00')
      .build();
    const charge = transaction('CHARGE', '137.77', { order });
    expect(against(charge, { orders: [order] })).toEqual([
      ['#1001', '91.85', '100.00'],
      ['#1001-E1', '45.92', '50.00'],
    ]);
  });

  it('keep the sign of a refund in both currencies', () => {
    const order = anOrder('#1001', { currency: 'USD' })
      .with(product('Gieter', 1, '100.00'))
      .paid('100.00')
      .refunded([back(product('Gieter', 1, '100.00'))], '100.00')
      .build();
    expect(against(transaction('REFUND', '-91.00', { order, nth: 1 }), { orders: [order] })).toEqual([
      ['#1001-R1', '-91.00', '-100.00'],
    ]);
  });
});

describe('a charge whose order Klopt does not know', () => {
  const charge = transaction('CHARGE', '24.93', { order: '#0999' });

  it('settles the one invoice in Odoo with the order’s name', () => {
    expect(against(charge, { found: { '#0999': [invoice('INV/2026/00012', '24.93')] } })).toEqual([
      ['INV/2026/00012', '24.93', '24.93'],
    ]);
  });

  it('may be part of what is open on it', () => {
    expect(against(charge, { found: { '#0999': [invoice('INV/2026/00012', '30.00')] } })).toHaveLength(1);
  });

  it('with two invoices of that name is a finding that names both', () => {
    const found = { '#0999': [invoice('INV/2026/00012', '24.93'), invoice('INV/2026/00013', '24.93')] };
    const finding = findingIn(match(charge, { found }));
    expect(finding.kind).toBe('invoice-ambiguous');
    expect(finding.facts).toEqual({ order: '#0999', invoices: 'INV/2026/00012, INV/2026/00013' });
  });

  it('takes the open one of two, when the other is paid', () => {
    const found = { '#0999': [invoice('INV/2026/00012', '0.00'), invoice('INV/2026/00013', '24.93')] };
    expect(against(charge, { found })).toEqual([['INV/2026/00013', '24.93', '24.93']]);
  });

  it('with too little open is a finding with what is missing', () => {
    const finding = findingIn(match(charge, { found: { '#0999': [invoice('INV/2026/00012', '20.00')] } }));
    expect(figures(finding)).toEqual(['open-item-short', '20.00', '24.93', '4.93']);
  });

  it('settles no credit note, and a refund no invoice', () => {
    const creditNote = { '#0999': [invoice('RINV/2026/00002', '-24.93')] };
    expect(findingIn(match(charge, { found: creditNote })).kind).toBe('invoice-not-found');
    const refund = transaction('REFUND', '-24.93', { order: '#0999' });
    expect(against(refund, { found: creditNote })).toEqual([['RINV/2026/00002', '-24.93', '-24.93']]);
    expect(findingIn(match(refund, { found: { '#0999': [invoice('INV/2026/00012', '24.93')] } })).kind).toBe(
      'invoice-not-found',
    );
  });

  it('refund of an invoice that is paid beside its open credit note takes the credit note', () => {
    const found = { '#0999': [invoice('INV/2026/00012', '0.00'), invoice('RINV/2026/00002', '-24.93')] };
    expect(against(transaction('REFUND', '-24.93', { order: '#0999' }), { found })).toEqual([
      ['RINV/2026/00002', '-24.93', '-24.93'],
    ]);
  });

  it('without an invoice takes the account for charges without a document', () => {
    const books = someBooks({ chargeWithoutDocument: accounts.withoutDocument });
    expect(against(charge, { books })).toEqual([['account Charges without a document', '24.93']]);
  });

  it('without that account is a finding that leads to the mapping', () => {
    const finding = findingIn(match(charge));
    expect(figures(finding)).toEqual(['invoice-not-found', undefined, '24.93', undefined]);
    expect(finding.remedy).toEqual({ page: 'mappings', section: 'accounts', key: 'charge-without-document' });
  });

  it('says so when Shopify does not have the order at all', () => {
    expect(findingIn(match(charge, { missingOrders: ['#0999'] })).kind).toBe('order-missing');
  });
});

describe('every other type', () => {
  it.each([
    ['DISPUTE_WITHDRAWAL', '-100.00'],
    ['RESERVED_FUNDS', '-50.00'],
    ['LENDING_CAPITAL_REMITTANCE', '-12.00'],
    ['SHIPPING_LABEL', '-6.95'],
    ['SHOP_CASH_CREDIT', '5.00'],
    ['STRIPE_FEE', '-1.00'],
    ['ADJUSTMENT', '3.00'],
    ['TRANSFER_FAILURE', '80.00'],
    ['HOLOGRAM', '1.00'],
  ])('%s goes to the account mapped for it', (type, amount) => {
    const books = someBooks({ types: new Map([[type, accounts.disputes]]) });
    expect(against(transaction(type, amount), { books })).toEqual([['account Disputes', amount]]);
  });

  it('waits while it has no mapping, with its amount and Shopify’s reason', () => {
    const finding = findingIn(match(transaction('SHIPPING_LABEL', '-6.95', { reason: 'label 42' })));
    expect(figures(finding)).toEqual(['type-unmapped', undefined, '-6.95', undefined]);
    expect(finding.facts).toEqual({ type: 'SHIPPING_LABEL', reason: 'label 42' });
    expect(finding.remedy).toEqual({ page: 'mappings', section: 'types', key: 'SHIPPING_LABEL' });
  });

  it('that no version of the API has is named as such', () => {
    expect(figures(findingIn(match(transaction('HOLOGRAM', '1.00'))))).toEqual([
      'type-unknown',
      undefined,
      '1.00',
      undefined,
    ]);
  });

  it('of 0 needs nothing against it', () => {
    expect(against(transaction('HOLOGRAM', '0.00', { fee: '0.10' }))).toEqual([]);
  });
});

it('gives the same answer every time it is asked', () => {
  const order = paidOrder();
  const { match: context } = pictureOf({ transactions: [], orders: [order] });
  const charge = chargeOf(order);
  expect(matchTransaction(charge, context)).toEqual(matchTransaction(charge, context));
});
