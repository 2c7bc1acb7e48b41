import { describe, expect, it } from 'vitest';
import { against, match } from '../../test/support/matching';
import {
  accounts,
  anOrder,
  back,
  booksWithout,
  chargeOf,
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
import { matchTransaction } from './match-transaction';

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
