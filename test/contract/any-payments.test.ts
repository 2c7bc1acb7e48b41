import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentBooks } from '../../app/accounting/books';
import type { OpenItem } from '../../app/accounting/counterpart';
import { currency } from '../../app/accounting/currency';
import { documentsOfOrder } from '../../app/accounting/documents-of-order';
import type { DocumentKey } from '../../app/accounting/ids';
import { negate, subtract, sumOf, toDecimal } from '../../app/accounting/money';
import { pairPayments } from '../../app/accounting/pair-payments';
import { paymentsOfOrder } from '../../app/accounting/payment-entry';
import { loadDocuments } from '../../app/odoo/documents/load-documents';
import { postDocuments } from '../../app/odoo/documents/post-documents';
import { loadPayments } from '../../app/odoo/payments/load-payments';
import { readOpenItems } from '../../app/odoo/settlement/read-open-items';
import { anyOrder } from '../support/random-order';
import { numbered, withEveryTax } from './support/any-orders';
import { onDay } from './support/documents';
import { odooServers, type OdooServer } from './support/odoo-servers';
import { openPaymentShop } from './support/payment-shop';
import { activate, openWorkshop, type Workshop } from './support/workshop';

/** The same orders in every run: what fails once fails again. */
const sample = { seed: 20261122, numRuns: 60 };

describe.each(odooServers())('the payments of any orders in $title', ({ start }) => {
  let server: OdooServer;
  let shop: Workshop;
  let books: DocumentBooks;
  let number = BigInt(Date.now()) * 10_000n;
  const fresh = () => String((number += 1n));

  beforeAll(async () => {
    server = await start();
    shop = await openWorkshop(await server.connect());
    for (const unit of ['USD', 'JPY', 'KWD']) await activate(shop.client, currency(unit));
    books = await withEveryTax(shop);
  });
  afterAll(() => server.close());

  it('settle each document by just what the ledger says, once', async () => {
    const { client, module } = shop;
    const { partnerId, bank, giftCards, till, rounding } = await openPaymentShop(shop);
    const told = fc.sample(anyOrder, sample).map((any) => {
      const order = numbered(any, fresh);
      const { documents } = documentsOfOrder(order);
      return { order, documents, pairings: pairPayments(order, documents) };
    });
    const documents = told.flatMap((one) => one.documents);
    const toLoad = documents.map((document) => ({ document, partnerId, date: onDay('2026-11-03') }));
    const context = { client, module, books, productOf: () => undefined };
    const { posted } = await postDocuments(context, toLoad, await loadDocuments(context, toLoad));
    const items = new Map<DocumentKey, OpenItem>(
      [...posted].map(([key, { receivable, number: name }]) => [
        key,
        { key, document: key, name, itemId: receivable.itemId, account: receivable.account },
      ]),
    );
    const payments = told
      .flatMap(({ order, pairings }) => paymentsOfOrder(order, pairings, new Set()))
      .map((payment) => ({
        payment,
        target: { cash: till, gift_card: giftCards }[payment.gateway] ?? bank,
        partnerId,
        date: onDay('2026-11-04'),
        items,
        receivable: books.receivable,
        roundingAccount: rounding,
      }));

    const loaded = await loadPayments({ client, module }, payments);
    expect([...loaded.findings]).toEqual([]);
    expect([...loaded.posted.values()].filter(({ exact }) => exact)).toHaveLength(payments.length);
    const again = await loadPayments({ client, module }, payments);
    expect([again.made, [...again.findings]]).toEqual([0, []]);

    const open = await readOpenItems(
      client,
      [...items.values()].map(({ itemId }) => itemId ?? 0),
    );
    const shares = told.flatMap(({ pairings }) => [...pairings.values()].flatMap((one) => one.shares));
    const figures = documents.map(({ key, kind, total, reference, currency: unit }) => {
      const settled = sumOf(
        unit,
        shares.filter(({ document }) => document === key),
        ({ amount }) => amount,
      );
      const left = subtract(total, settled);
      const { residual } = open.get(items.get(key)?.itemId ?? 0) ?? {};
      return {
        wanted: [reference, toDecimal(kind === 'invoice' ? left : negate(left))],
        inOdoo: [reference, residual && toDecimal(residual)],
      };
    });
    expect(figures.map(({ inOdoo }) => inOdoo)).toEqual(figures.map(({ wanted }) => wanted));
  });
});
