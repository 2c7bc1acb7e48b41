import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anOrder, back, product, vat } from '../../test/support/builders';
import { anyOrder } from '../../test/support/random-order';
import { documentsOfOrder } from './documents-of-order';
import { toDecimal } from './money';
import { offsetsOfOrder } from './offsets-of-order';
import type { Order } from './order';
import { pairPayments } from './pair-payments';

function told(order: Order): string[] {
  const { documents } = documentsOfOrder(order);
  const reference = new Map(documents.map((document) => [document.key, document.reference]));
  return offsetsOfOrder(documents, pairPayments(order, documents)).map(
    ({ invoice, creditNote, amount }) =>
      `${reference.get(creditNote) ?? ''} takes ${toDecimal(amount)} of ${reference.get(invoice) ?? ''}`,
  );
}

const gieter = (quantity: number, total: string) => product('Gieter', quantity, total, vat('21'));

describe('What nobody paid and the ledger takes back', () => {
  it('settles the invoice of a cancelled order', () => {
    const order = anOrder()
      .with(gieter(1, '12.10'))
      .refunded([back(gieter(1, '12.10'))])
      .build();
    expect(told(order)).toEqual(['#1001-R1 takes 12.10 of #1001']);
  });

  it('settles the part of an order that was edited down before it was paid', () => {
    const order = anOrder()
      .with(gieter(2, '24.20'))
      .edited(back(gieter(1, '12.10')))
      .paid('12.10')
      .build();
    expect(told(order)).toEqual(['#1001-R1 takes 12.10 of #1001']);
  });

  it('is nothing where the order was paid and the money is still to go back', () => {
    const order = anOrder()
      .with(gieter(1, '12.10'))
      .paid('12.10')
      .edited(back(gieter(1, '12.10')))
      .build();
    expect(told(order)).toEqual([]);
  });

  it('is never more than either document is open for', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const { documents } = documentsOfOrder(order);
        const pairings = pairPayments(order, documents);
        const settled = new Map<string, bigint>();
        const add = (key: string, minor: bigint) => settled.set(key, (settled.get(key) ?? 0n) + minor);
        for (const { shares } of pairings.values())
          for (const one of shares) add(one.document, one.amount.minor);
        for (const { invoice, creditNote, amount } of offsetsOfOrder(documents, pairings)) {
          add(invoice, amount.minor);
          add(creditNote, amount.minor);
        }
        for (const { key, total } of documents) {
          const whole = settled.get(key) ?? 0n;
          expect(whole === 0n || whole <= total.minor).toBe(true);
        }
      }),
    );
  });
});
