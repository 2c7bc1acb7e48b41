import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentBooks } from '../../app/accounting/books';
import { dateIn } from '../../app/accounting/calendar-date';
import { currency } from '../../app/accounting/currency';
import type { Document } from '../../app/accounting/document';
import { plainSettings } from '../../app/accounting/document-settings';
import { documentsOfOrder } from '../../app/accounting/documents-of-order';
import type { Finding } from '../../app/accounting/finding';
import type { DocumentKey } from '../../app/accounting/ids';
import { absolute, equals, negate, sumOf, toDecimal, type Money } from '../../app/accounting/money';
import type { Order } from '../../app/accounting/order';
import { taxKey } from '../../app/accounting/tax-key';
import type { OdooRow } from '../../app/odoo/client/odoo-client';
import { idOf, idsOf, moneyOf, textOf } from '../../app/odoo/client/row';
import { documentTarget, type DocumentToLoad } from '../../app/odoo/documents/document-target';
import { loadDocuments } from '../../app/odoo/documents/load-documents';
import { postDocuments, type PostedDocument } from '../../app/odoo/documents/post-documents';
import { onDay } from './support/documents';
import { kindsOfOrders, orderOfKind, type KindOfOrder } from './support/kinds-of-orders';
import { odooServers, type OdooServer } from './support/odoo-servers';
import { activate, openWorkshop, type Workshop } from './support/workshop';

interface Told {
  readonly order: Order;
  readonly documents: readonly Document[];
}

describe.each(odooServers())('an order of every kind in $title', ({ start }) => {
  let server: OdooServer;
  let shop: Workshop;
  let books: DocumentBooks;
  const told = new Map<KindOfOrder, Told>();
  const posted = new Map<DocumentKey, PostedDocument>();
  const findings: Finding[] = [];

  beforeAll(async () => {
    server = await start();
    shop = await openWorkshop(await server.connect());
    const { client } = shop;
    for (const unit of ['USD', 'JPY', 'KWD']) await activate(client, currency(unit));
    books = withRoles(shop);
    const [partnerId = 0] = await client.create('res.partner', [{ name: `Roos de Wit ${shop.stamp}` }]);
    const base = BigInt(Date.now()) * 100n;
    for (const [index, kind] of kindsOfOrders.entries()) {
      const order = orderOfKind(kind, String(base + BigInt(index)));
      const settings = { ...plainSettings, discounts: kind.discounts ?? 'net' };
      const made = documentsOfOrder(order, settings);
      findings.push(...made.findings);
      told.set(kind, { order, documents: made.documents });
    }
    for (const receipt of [false, true]) {
      const toLoad = [...told].flatMap(([kind, { documents }]) =>
        (kind.receipt ?? false) === receipt ? documents.map((document) => toLoadOf(document, partnerId)) : [],
      );
      const presentation = { kind: receipt ? 'receipt' : 'invoice', analyticAccountIds: [] } as const;
      const context = { client, module: shop.module, books, productOf: () => undefined, presentation };
      const loaded = await loadDocuments(context, toLoad);
      const result = await postDocuments(context, toLoad, loaded);
      for (const [key, document] of result.posted) posted.set(key, document);
      findings.push(...loaded.findings, ...result.findings);
    }
  }, 120_000);
  afterAll(() => server.close());

  it('leaves no finding', () => {
    expect(findings).toEqual([]);
  });

  it.each(kindsOfOrders)('is exact per tax and in total: $title', async (kind) => {
    const { order, documents } = told.get(kind) ?? { order: undefined, documents: [] };
    expect(documents).toHaveLength(kind.documents ?? 1);
    for (const document of documents) {
      const result = posted.get(document.key);
      expect(result).toMatchObject({ exact: true, number: expect.stringMatching(/\d{4}\/\d+/) as string });
      const inOdoo = await readBack(shop, document, result?.moveId ?? 0);
      expect(inOdoo).toEqual(wanted(document, books));
    }
    // What stands in Odoo together is what Shopify's ledger says of the order.
    const unit = order?.currency ?? currency('EUR');
    const sales = (order?.agreements ?? []).flatMap((agreement) => agreement.sales);
    const signed = documents.map(({ kind: of, total }) => ({
      total: of === 'invoice' ? total : negate(total),
    }));
    expect(equals(sumOf(unit, signed, totalOf), sumOf(unit, sales, totalOf))).toBe(true);
  });

  it('says of a company’s order when it is due and the company’s own number', async () => {
    const [kind] = kindsOfOrders.filter(({ traits }) => traits?.poNumber);
    const [document] = (kind && told.get(kind)?.documents) ?? [];
    const fields = ['invoice_date_due', 'invoice_origin', 'move_type'];
    const [row] = await shop.client.searchRead(
      'account.move',
      [['ref', '=', document?.reference ?? '']],
      fields,
    );
    expect(row).toMatchObject({
      invoice_date_due: '2026-12-03',
      invoice_origin: 'PO PO-4711/a',
      move_type: 'out_invoice',
    });
  });

  it('stands as it is when it is brought again', async () => {
    const documents = [...told].flatMap(([{ receipt }, one]) => (receipt ? [] : one.documents));
    const toLoad = documents.map((document) => toLoadOf(document, 1));
    const context = { client: shop.client, module: shop.module, books, productOf: () => undefined };
    const loaded = await loadDocuments(context, toLoad);
    expect(loaded.findings).toEqual([]);
    expect([...loaded.drafts]).toEqual([]);
    expect(loaded.posted.size).toBe(documents.length);
  });
});

const totalOf = ({ total }: { readonly total: Money }) => total;

function toLoadOf(document: Document, partnerId: number): DocumentToLoad {
  const due = document.paymentTerms?.dueAt;
  return {
    document,
    partnerId,
    date: onDay('2026-11-03'),
    ...(due ? { dueOn: dateIn(due, 'Europe/Amsterdam') } : {}),
  };
}

/** Gift cards and Shopify's own tax on a liability, and the tax that Shopify pays itself mapped to one of 0. */
function withRoles({ books }: Workshop): DocumentBooks {
  const liability = books.chargeWithoutDocument ?? books.salesAccount;
  const taxes = new Map(books.taxes);
  for (const included of [true, false]) {
    const none = taxes.get(taxKey({ country: 'NL', title: '', rate: '0', included }));
    const key = taxKey({ country: 'NL', title: 'VAT', rate: '21', included, remitted: true });
    if (none) taxes.set(key, none);
  }
  const roles = new Map([...books.roles, ['gift-card', liability], ['channel-tax', liability]] as const);
  return { ...books, taxes, roles };
}

/** A document as Odoo shows it, read anew and added up here. */
async function readBack({ client }: Workshop, document: Document, moveId: number) {
  const [move] = await client.read('account.move', [moveId], ['state', 'move_type', ...totals]);
  const items = await client.searchRead(
    'account.move.line',
    [['move_id', '=', moveId]],
    ['display_type', 'amount_currency', 'tax_ids', 'tax_line_id'],
    { order: 'id' },
  );
  // On an invoice revenue and tax are credits: negative in Odoo.
  const amountOf = (row: OdooRow) => {
    const amount = moneyOf(row, 'amount_currency', document.currency);
    return document.kind === 'invoice' ? negate(amount) : amount;
  };
  const sumIn = (rows: readonly OdooRow[]) =>
    toDecimal(
      sumOf(
        document.currency,
        rows.map((row) => ({ total: amountOf(row) })),
        totalOf,
      ),
    );
  const lines = items.filter((row) => textOf(row, 'display_type') === 'product');
  const ids = new Set(
    items.flatMap((row) => [...idsOf(row, 'tax_ids'), idOf(row, 'tax_line_id') ?? []].flat()),
  );
  const figure = (field: string) => (move ? toDecimal(moneyOf(move, field, document.currency)) : '');
  return {
    state: move?.state,
    untaxed: figure('amount_untaxed'),
    tax: figure('amount_tax'),
    total: figure('amount_total'),
    lines: sumIn(lines),
    taxes: byId(
      [...ids].map((id) => [
        id,
        [
          sumIn(lines.filter((row) => idsOf(row, 'tax_ids').includes(id))),
          sumIn(items.filter((row) => idOf(row, 'tax_line_id') === id)),
        ],
      ]),
    ),
  };
}

const totals = ['amount_untaxed', 'amount_tax', 'amount_total'];

function wanted(document: Document, books: DocumentBooks) {
  const { taxes } = documentTarget(document, books);
  return {
    state: 'posted',
    untaxed: toDecimal(absolute(document.untaxed)),
    tax: toDecimal(document.tax),
    total: toDecimal(absolute(document.total)),
    lines: toDecimal(document.untaxed),
    taxes: byId(
      [...taxes].map(([id, { base, amount }]) => [id, [toDecimal(base), toDecimal(amount)]] as const),
    ),
  };
}

function byId<Value>(entries: readonly (readonly [number, Value])[]) {
  return [...entries].sort(([left], [right]) => left - right);
}
