import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accounts,
  anOrder,
  back,
  keyOf,
  product,
  shipping,
  someBooks,
  tip,
  vat,
} from '../../test/support/builders';
import { calendarDate } from './calendar-date';
import type { Document } from './document';
import { documentsOfOrder } from './documents-of-order';
import type { Entry } from './entry';
import { accountOfLine, entryOfDocument, priceIncludesTax } from './entry-of-document';
import { money, toDecimal } from './money';
import type { Order } from './order';

const books = someBooks();
const day = calendarDate('2026-06-01');
const accountOf = accountOfLine(books, () => undefined);
const entriesOf = (order: Order): Entry[] =>
  documentsOfOrder(order).documents.map((document) => entryOfDocument(document, day, books, accountOf));

/** Items as account, label, balance (debit positive). */
const items = (entry: Entry | undefined) =>
  entry?.items.map(({ account, label, balance }) => [account.name, label, toDecimal(balance)]);

describe('the entry of an invoice', () => {
  it('is its lines, one item a tax and the receivable', () => {
    const order = anOrder()
      .with(
        product('Gieter', 2, '19.98', vat('21')),
        shipping('4.95', vat('21')),
        product('Zaden', 1, '2.18', vat('9')),
      )
      .build();
    const [entry] = entriesOf(order);
    expect(entry).toMatchObject({
      kind: 'invoice',
      reference: '#1001',
      date: '2026-06-01',
      journal: { code: 'INV' },
    });
    expect(items(entry)).toEqual([
      ['Turnover', 'Gieter', '-16.51'],
      ['Turnover', 'Shipping', '-4.09'],
      ['Turnover', 'Zaden', '-2.00'],
      ['VAT payable', '21% incl', '-4.33'],
      ['VAT payable low', '9% incl', '-0.18'],
      ['Debtors', '#1001', '27.11'],
    ]);
  });

  it('has two items for a quantity that does not divide', () => {
    const [entry] = entriesOf(
      anOrder()
        .with(product('Gieter', 3, '29.98', vat('21')))
        .build(),
    );
    expect(items(entry)).toEqual([
      ['Turnover', 'Gieter', '-16.51'],
      ['Turnover', 'Gieter', '-8.27'],
      ['VAT payable', '21% incl', '-5.20'],
      ['Debtors', '#1001', '29.98'],
    ]);
  });

  it('has no item for a tax of 0', () => {
    const [entry] = entriesOf(
      anOrder()
        .with(product('Gieter', 1, '10.00'))
        .build(),
    );
    expect(items(entry)?.map(([account]) => account)).toEqual(['Turnover', 'Debtors']);
  });

  it('of prices without tax books the same amounts', () => {
    const order = anOrder('#1001', { taxesIncluded: false })
      .with(product('Gieter', 3, '30.00', vat('21', '5.21')))
      .build();
    const [entry] = entriesOf(order);
    expect(items(entry)).toEqual([
      ['Turnover', 'Gieter', '-16.52'],
      ['Turnover', 'Gieter', '-8.27'],
      ['VAT payable', '21% excl', '-5.21'],
      ['Debtors', '#1001', '30.00'],
    ]);
  });
});

it('the entry of a credit note mirrors that of its invoice, with the tax on the account for credit notes', () => {
  const gieter = product('Gieter', 2, '24.20', vat('21'));
  const [invoice, creditNote] = entriesOf(
    anOrder()
      .with(gieter)
      .refunded([back(gieter)])
      .build(),
  );
  expect(items(invoice)?.map(([, , balance]) => balance)).toEqual(['-20.00', '-4.20', '24.20']);
  expect(items(creditNote)).toEqual([
    ['Turnover', 'Gieter', '20.00'],
    ['VAT on credit notes', '21% incl', '4.20'],
    ['Debtors', '#1001-R1', '-24.20'],
  ]);
});

describe('the account of a line', () => {
  const [document] = documentsOfOrder(
    anOrder()
      .with(product('Gieter', 1, '10.00'), tip('2.00'))
      .build(),
  ).documents;
  const [goods, tipped] = document?.lines ?? [];

  it('is that of its kind, else its product’s own, else the sales account', () => {
    if (!goods || !tipped) throw new Error('two lines expected');
    const own = accountOfLine(
      someBooks({ roles: new Map([['tip', accounts.giftCards]]) }),
      () => accounts.reserves,
    );
    expect(own(tipped)).toBe(accounts.giftCards);
    expect(own(goods)).toBe(accounts.reserves);
    expect(accountOf(goods)).toBe(accounts.sales);
  });
});

describe('prices', () => {
  const documentOf = (order: Order): Document => {
    const [document] = documentsOfOrder(order).documents;
    if (!document) throw new Error('a document expected');
    return document;
  };

  const lineOf = (order: Order) => {
    const [line] = documentOf(order).lines;
    if (!line) throw new Error('a line expected');
    return line;
  };
  const watering = (tax: ReturnType<typeof vat>) =>
    anOrder()
      .with(product('Gieter', 1, '12.10', tax))
      .build();

  it('go with tax where Odoo’s tax is in the price', () => {
    expect(priceIncludesTax(lineOf(watering(vat('21'))), books)).toBe(true);
  });

  it('go without tax where Odoo’s tax comes on top', () => {
    const order = anOrder('#1001', { taxesIncluded: false })
      .with(product('Gieter', 1, '12.10', vat('21')))
      .build();
    expect(priceIncludesTax(lineOf(order), books)).toBe(false);
  });

  it('go by the tax in Odoo, not by what Shopify shows', () => {
    const excluded = books.taxes.get(keyOf('9', false));
    if (!excluded) throw new Error('the books know 9% excluded');
    const mapped = someBooks({ taxes: new Map([...books.taxes, [keyOf('9'), excluded]]) });
    expect(priceIncludesTax(lineOf(watering(vat('9'))), mapped)).toBe(false);
  });
});

it('every entry balances, and its receivable is the document’s total', () => {
  const lines = fc.array(
    fc.record({
      total: fc.bigInt({ min: 0n, max: 100_000n }).map((minor) => toDecimal(money(minor, 'EUR'))),
      quantity: fc.integer({ min: 1, max: 12 }),
      rate: fc.constantFrom('21', '9', undefined),
      takenBack: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(lines, fc.boolean(), (sketches, taxesIncluded) => {
      const sales = sketches.map(({ total, quantity, rate, takenBack }) => ({
        ...product('Gieter', quantity, total, ...(rate ? [vat(rate)] : [])),
        takenBack,
      }));
      const { documents } = documentsOfOrder(
        anOrder('#1001', { taxesIncluded })
          .with(...sales)
          .build(),
      );
      for (const document of documents) {
        const { items: booked } = entryOfDocument(document, day, books, accountOf);
        expect(booked.reduce((rest, { balance }) => rest + balance.minor, 0n)).toBe(0n);
        const receivable = booked.at(-1)?.balance.minor ?? 0n;
        expect(receivable < 0n ? -receivable : receivable).toBe(document.total.minor);
      }
    }),
  );
});
