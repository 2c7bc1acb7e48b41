import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BookedTax, DocumentBooks } from '../../app/accounting/books';
import { dateIn } from '../../app/accounting/calendar-date';
import { unmappedTaxes } from '../../app/accounting/checks/taxes-are-mapped';
import { currency } from '../../app/accounting/currency';
import { documentsOfOrder } from '../../app/accounting/documents-of-order';
import { orderId } from '../../app/accounting/ids';
import { negate, sumOf, toDecimal } from '../../app/accounting/money';
import { readTaxKey, type TaxKey } from '../../app/accounting/tax-key';
import { readTaxes } from '../../app/odoo/books/read-taxes';
import type { OdooClient } from '../../app/odoo/client/odoo-client';
import { loadDocuments } from '../../app/odoo/documents/load-documents';
import { postDocuments } from '../../app/odoo/documents/post-documents';
import { orderFromShopify } from '../../app/shopify/order-from-shopify';
import { hasCaptures, recordedOrders } from '../captures/recorded-orders';
import { odooServers, type OdooServer } from './support/odoo-servers';
import { activate, openWorkshop, type Workshop } from './support/workshop';

/** The recorded answers are beside the repository only for its makers and in CI. */
describe.skipIf(!hasCaptures).each(odooServers())(
  'the orders that Shopify recorded, in $title',
  ({ start }) => {
    let server: OdooServer;
    let shop: Workshop;
    beforeAll(async () => {
      server = await start();
      shop = await openWorkshop(await server.connect());
      for (const unit of ['CAD', 'USD']) await activate(shop.client, currency(unit));
    });
    afterAll(() => server.close());

    it('go through as they stand: each document is exact, or named with its figures', async () => {
      const { orders: recorded } = recordedOrders();
      const stamp = String(Date.now());
      const told = recorded.flatMap(({ node, inBothCurrencies }, index) =>
        (inBothCurrencies ? (['shop', 'presentment'] as const) : (['shop'] as const)).map((side) => {
          // Ids of this run: the servers that these tests meet know those of earlier ones.
          const run = JSON.stringify(node).replaceAll(
            /gid:\/\/shopify\/(\w*Agreement|Sale|\w+Sale)\/(\d+)/g,
            `gid://shopify/$1/${stamp}${String(index)}${side === 'shop' ? '1' : '2'}$2`,
          );
          const order = orderFromShopify(JSON.parse(run), side);
          return { order: { ...order, id: orderId(`${order.id}${side}`) }, made: documentsOfOrder(order) };
        }),
      );
      expect(told.flatMap(({ made }) => made.findings)).toEqual([]);
      const documents = told.flatMap(({ made }) => made.documents);
      const books = await withTaxes(
        shop,
        unmappedTaxes(documents, shop.books).map(({ object }) => object.id as TaxKey),
      );
      const [partnerId = 0] = await shop.client.create('res.partner', [{ name: `Recorded ${stamp}` }]);
      const context = { client: shop.client, module: shop.module, books, productOf: () => undefined };
      const toLoad = documents.map((document) => ({
        document,
        partnerId,
        date: dateIn(document.happenedAt, 'Europe/Amsterdam'),
      }));
      const loaded = await loadDocuments(context, toLoad);
      const { posted, findings } = await postDocuments(context, toLoad, loaded);
      expect(findings).toEqual([]);
      // The recorder gave some orders taxes that are not their rates': each is named, by how much.
      for (const { kind, expected, actual, residual } of loaded.findings) {
        expect({ kind, figures: [expected, actual, residual].filter(Boolean).length }).toEqual({
          kind: 'document-not-exact',
          figures: 3,
        });
      }
      const named = new Set<string>(loaded.findings.map(({ object }) => object.id));
      expect([...posted.values()].filter(({ exact }) => exact)).toHaveLength(documents.length - named.size);
      const exact = told.filter(({ made }) => made.documents.every(({ key }) => !named.has(key)));
      for (const { order, made } of exact) {
        const inOdoo = made.documents.map(({ key, kind }) => {
          const total = posted.get(key)?.total ?? { minor: -1n, currency: order.currency };
          return kind === 'invoice' ? total : negate(total);
        });
        const ledger = order.agreements.flatMap(({ sales }) => sales);
        expect(toDecimal(sumOf(order.currency, inOdoo, (amount) => amount))).toBe(
          toDecimal(sumOf(order.currency, ledger, ({ total }) => total)),
        );
      }
      const names = loaded.findings.map(({ object, facts }) => `${object.name} ${facts.what ?? ''}`);
      console.info(
        `${String(recorded.length)} recorded orders, ${String(told.length)} with each currency: ${String(exact.length)} exact, ${String(told.length - exact.length)} named (${names.join(', ')})`,
      );
      expect(exact.length).toBeGreaterThan(told.length / 2);
    }, 120_000);
  },
);

/** Taxes of those rates, copies of one that this Odoo has, mapped to the keys. */
async function withTaxes({ client, books }: Workshop, keys: readonly TaxKey[]): Promise<DocumentBooks> {
  const ids: Record<TaxKey, number> = {};
  const made = new Map<string, number>();
  for (const key of keys) {
    const { rate } = readTaxKey(key);
    const known = made.get(rate) ?? (await taxOf(client, rate));
    made.set(rate, known);
    ids[key] = known;
  }
  const { taxes, findings } = await readTaxes(client, ids, books.salesAccount);
  expect(findings).toEqual([]);
  return { ...books, taxes: new Map<TaxKey, BookedTax>([...books.taxes, ...taxes]) };
}

async function taxOf(client: OdooClient, rate: string): Promise<number> {
  const name = `${rate}% recorded`;
  const named = [
    ['name', '=', name],
    ['type_tax_use', '=', 'sale'],
  ] as const;
  const [known] = await client.search('account.tax', named);
  if (known !== undefined) return known;
  const [model = 0] = await client.search(
    'account.tax',
    [
      ['type_tax_use', '=', 'sale'],
      ['amount', '=', 21],
      ['price_include', '=', false],
    ],
    { limit: 1 },
  );
  await client.callMethod('account.tax', 'copy', [model], { default: { name, amount: Number(rate) } });
  const [copy] = await client.search('account.tax', named);
  if (copy === undefined) throw new Error(`this Odoo made no tax of ${rate}%`);
  return copy;
}
