import { describe, expect, it } from 'vitest';
import {
  adjustment,
  amounts,
  anOrder,
  back,
  eur,
  giftCard,
  keyOf,
  product,
  shipping,
  vat,
} from '../../test/support/builders';
import type { Document } from './document';
import { documentsOfOrder } from './documents-of-order';
import { agreementId, refundId } from './ids';
import type { Order } from './order';
import { taxTotals } from './tax-totals';

/** Reference, kind, untaxed, tax, total: a document on one line. */
const inShort = ({ reference, kind, untaxed, tax, total }: Document) => [
  reference,
  kind,
  ...amounts([untaxed, tax, total]),
];
const documentsIn = (order: Order) => {
  const { documents, findings } = documentsOfOrder(order);
  expect(findings).toEqual([]);
  return documents;
};
const only = (order: Order): Document => {
  const [document, ...others] = documentsIn(order);
  if (!document || others.length > 0) throw new Error('expected one document');
  return document;
};

describe('the agreement of an order', () => {
  it('is an invoice of its goods and its shipping, under the order’s name', () => {
    const order = anOrder()
      .with(product('Gieter', 2, '19.98', vat('21')), shipping('4.95', vat('21')))
      .build();
    const invoice = only(order);
    expect(inShort(invoice)).toEqual(['#1001', 'invoice', '20.60', '4.33', '24.93']);
    expect(
      invoice.lines.map(({ role, quantity, untaxed, total }) => [
        role,
        quantity,
        ...amounts([untaxed, total]),
      ]),
    ).toEqual([
      ['product', 2n, '16.51', '19.98'],
      ['shipping', 1n, '4.09', '4.95'],
    ]);
    expect(invoice.key).toBe('agreement_100101');
    expect(invoice.happenedAt).toBe('2026-06-01T10:00:00.000Z');
  });

  it('keeps two rates of VAT apart', () => {
    const invoice = only(
      anOrder()
        .with(product('Gieter', 1, '12.10', vat('21')), product('Zaden', 1, '10.90', vat('9')))
        .build(),
    );
    const totals = [...taxTotals(invoice.lines)].map(([key, { base, amount }]) => [
      key,
      ...amounts([base, amount]),
    ]);
    expect(totals).toEqual([
      ['NL|VAT|21|included', '10.00', '2.10'],
      ['NL|VAT|9|included', '10.00', '0.90'],
    ]);
  });

  it('counts the base of a line under two taxes under each of them', () => {
    const invoice = only(
      anOrder()
        .with(product('Gieter', 1, '11.50', vat('10', '1.00'), vat('5', '0.50')))
        .build(),
    );
    expect([...taxTotals(invoice.lines).values()].map(({ base, amount }) => amounts([base, amount]))).toEqual(
      [
        ['10.00', '1.00'],
        ['10.00', '0.50'],
      ],
    );
  });

  it('says "no tax" of a line that has none', () => {
    const invoice = only(
      anOrder('#1001', { country: 'CH' })
        .with(product('Gieter', 1, '10.00'))
        .build(),
    );
    expect(invoice.lines[0]?.taxes).toEqual([{ key: keyOf('0', true, 'CH'), amount: eur('0') }]);
  });

  it('takes a gift card as a line of its own kind', () => {
    expect(only(anOrder().with(giftCard('50.00')).build()).lines[0]?.role).toBe('gift-card');
  });

  it('without a single sale makes no document', () => {
    expect(documentsIn(anOrder().with().build())).toEqual([]);
  });
});

describe('an edit', () => {
  it('that adds is an invoice of the difference', () => {
    const order = anOrder()
      .with(product('Gieter', 1, '12.10', vat('21')))
      .edited(product('Hark', 1, '24.20', vat('21')))
      .build();
    expect(documentsIn(order).map(inShort)).toEqual([
      ['#1001', 'invoice', '10.00', '2.10', '12.10'],
      ['#1001-E1', 'invoice', '20.00', '4.20', '24.20'],
    ]);
  });

  it('that takes away is a credit note of the difference, positive in its own sense', () => {
    const order = anOrder()
      .with(product('Gieter', 2, '24.20', vat('21')))
      .edited(back(product('Gieter', 1, '12.10', vat('21'))))
      .build();
    const [, creditNote] = documentsIn(order);
    expect(creditNote && inShort(creditNote)).toEqual(['#1001-R1', 'credit-note', '10.00', '2.10', '12.10']);
    expect(creditNote?.lines[0]?.quantity).toBe(1n);
  });

  it('that swaps goods is one document with a negative line', () => {
    const order = anOrder()
      .with(product('Gieter', 1, '12.10', vat('21')))
      .edited(back(product('Gieter', 1, '12.10', vat('21'))), product('Hark', 1, '24.20', vat('21')))
      .build();
    const [, swap] = documentsIn(order);
    expect(swap && inShort(swap)).toEqual(['#1001-E1', 'invoice', '10.00', '2.10', '12.10']);
    expect(swap && amounts(swap.lines.map(({ total }) => total))).toEqual(['-12.10', '24.20']);
  });
});

describe('a refund', () => {
  it('of part of an order with its shipping is a credit note of both', () => {
    const order = anOrder()
      .with(product('Gieter', 2, '19.98', vat('21')), shipping('4.95', vat('21')))
      .refunded([back(product('Gieter', 1, '9.99', vat('21'))), back(shipping('4.95', vat('21')))], '14.94')
      .build();
    const [, creditNote] = documentsIn(order);
    expect(creditNote && inShort(creditNote)).toEqual(['#1001-R1', 'credit-note', '12.35', '2.59', '14.94']);
    expect(creditNote?.refund).toBe(refundId('100191'));
  });

  it('without lines is a credit note of one adjustment', () => {
    const order = anOrder()
      .with(product('Gieter', 2, '19.98', vat('21')))
      .refunded([back(adjustment('5.00', vat('21')))], '5.00')
      .build();
    const [, creditNote] = documentsIn(order);
    expect(creditNote && inShort(creditNote)).toEqual(['#1001-R1', 'credit-note', '4.13', '0.87', '5.00']);
    expect(creditNote?.lines.map(({ role, quantity }) => [role, quantity])).toEqual([['adjustment', 1n]]);
  });

  it('of less than the goods are worth carries the rest as a negative adjustment', () => {
    const order = anOrder()
      .with(product('Gieter', 1, '12.10', vat('21')))
      .refunded([back(product('Gieter', 1, '12.10', vat('21'))), adjustment('2.10')], '10.00')
      .build();
    const [, creditNote] = documentsIn(order);
    expect(creditNote && inShort(creditNote)).toEqual(['#1001-R1', 'credit-note', '7.90', '2.10', '10.00']);
  });

  it('of nothing is still a credit note, of 0', () => {
    const order = anOrder()
      .with(product('Monster', 1, '0.00'))
      .refunded([back(product('Monster', 1, '0.00'))])
      .build();
    expect(documentsIn(order).map(inShort)[1]).toEqual(['#1001-R1', 'credit-note', '0.00', '0.00', '0.00']);
  });

  it('numbers edits and credit notes, each in their order', () => {
    const order = anOrder()
      .with(product('Gieter', 3, '30.00'))
      .refunded([back(product('Gieter', 1, '10.00'))], '10.00')
      .edited(product('Hark', 1, '5.00'))
      .refunded([back(product('Gieter', 1, '10.00'))], '10.00')
      .edited(product('Bezem', 1, '7.00'))
      .build();
    expect(documentsIn(order).map(({ reference }) => reference)).toEqual([
      '#1001',
      '#1001-R1',
      '#1001-E1',
      '#1001-R2',
      '#1001-E2',
    ]);
  });

  it('counts a sale once that the return before it has listed too', () => {
    const order = anOrder()
      .with(product('Gieter', 2, '20.00'))
      .returned(back(product('Gieter', 1, '10.00')))
      .build();
    const returned = order.agreements[1];
    if (!returned) throw new Error('the return is missing');
    const listedAgain = { ...returned, id: agreementId('100199'), kind: 'refund' as const };
    const documents = documentsIn({ ...order, agreements: [...order.agreements, listedAgain] });
    expect(documents.map(inShort)).toEqual([
      ['#1001', 'invoice', '20.00', '0.00', '20.00'],
      ['#1001-R1', 'credit-note', '10.00', '0.00', '10.00'],
    ]);
  });
});
