import { describe, expect, it } from 'vitest';
import {
  accounts,
  amounts,
  anOrder,
  back,
  booksWithout,
  chargeOf,
  figures,
  findingIn,
  product,
  refundOf,
  someBooks,
} from '../../test/support/builders';
import { knownOrder } from '../../test/support/picture-builder';
import type { BalanceTransaction } from './balance-transaction';
import { matchTransaction } from './match-transaction';
import type { Order } from './order';
import { transaction } from '../../test/support/payout-builder';

/** What stands against a charge or refund whose payment was registered at capture: it waits on its own item. */
function match(one: BalanceTransaction, order: Order, books = someBooks()) {
  const item = { key: 'payment_1', itemId: 9, account: accounts.withoutDocument, name: 'BNK1/2026/00009' };
  const known = { ...knownOrder(order), payment: () => item };
  return matchTransaction(one, {
    books,
    orderOf: () => known,
    foundInvoices: () => [],
    orderIsMissing: () => false,
  });
}

function against(one: BalanceTransaction, order: Order): string[][] {
  const result = match(one, order);
  if ('finding' in result) throw new Error(`expected a counterpart, got ${result.finding.kind}`);
  return result.counterparts.map((counterpart) =>
    counterpart.kind === 'open-item'
      ? [counterpart.item.name, ...amounts([counterpart.gross, counterpart.amount])]
      : [counterpart.kind, ...amounts([counterpart.gross])],
  );
}

const paid = () => anOrder().with(product('Gieter', 1, '92.00'));

describe('a charge whose payment was registered at capture', () => {
  it('settles the item on which the payment’s money waits, whatever documents the payment pays', () => {
    const order = paid()
      .edited(product('Hark', 1, '5.00'))
      .captured('97.00')
      .build();
    expect(against(chargeOf(order), order)).toEqual([['BNK1/2026/00009', '97.00', '97.00']]);
  });

  it('and that pays more than the documents ask settles it whole: the rest is the customer’s credit', () => {
    const order = paid().paid('100.00').build();
    expect(against(chargeOf(order), order)).toEqual([['BNK1/2026/00009', '100.00', '100.00']]);
  });

  it('brings an exchange difference where the customer paid in dollars', () => {
    const order = anOrder('#1001', { presentment: 'USD' })
      .with(product('Gieter', 1, '92.00'))
      .paid('92.00')
      .build();
    expect(against(chargeOf(order, { amount: '91.37' }), order)).toEqual([
      ['BNK1/2026/00009', '92.00', '92.00'],
      ['exchange', '-0.63'],
    ]);
    const waiting = findingIn(
      match(chargeOf(order, { amount: '91.37' }), order, booksWithout('exchangeAccount')),
    );
    expect(figures(waiting)).toEqual(['payment-exceeds-documents', '92.00', '91.37', '-0.63']);
  });

  it('settles it in dollars where the documents are in dollars', () => {
    const order = anOrder('#1001', { currency: 'USD' })
      .with(product('Gieter', 1, '100.00'))
      .paid('100.00')
      .build();
    expect(against(transaction('CHARGE', '91.85', { order }), order)).toEqual([
      ['BNK1/2026/00009', '91.85', '100.00'],
    ]);
  });

  it('of another amount than the payment, in one currency, is a finding with the difference', () => {
    const order = paid().paid('92.00').build();
    const finding = findingIn(match(chargeOf(order, { amount: '91.00' }), order));
    expect(figures(finding)).toEqual(['payment-exceeds-documents', '92.00', '91.00', '-1.00']);
  });
});

it('a refund whose payment was registered settles it with the other sign', () => {
  const order = paid()
    .paid('92.00')
    .refunded([back(product('Gieter', 1, '92.00'))], '92.00')
    .build();
  expect(against(refundOf(order, { nth: 1 }), order)).toEqual([['BNK1/2026/00009', '-92.00', '-92.00']]);
});
