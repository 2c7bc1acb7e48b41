import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BookedTax, DocumentBooks } from '../../app/accounting/books';
import { currency } from '../../app/accounting/currency';
import { dayDocument, dayMember } from '../../app/accounting/day-documents';
import type { Document } from '../../app/accounting/document';
import { plainSettings } from '../../app/accounting/document-settings';
import { documentsOfOrder } from '../../app/accounting/documents-of-order';
import { agreementId, documentKey, saleId } from '../../app/accounting/ids';
import type { Order } from '../../app/accounting/order';
import { readTaxKey, type TaxKey } from '../../app/accounting/tax-key';
import type { OdooClient } from '../../app/odoo/client/odoo-client';
import { loadDocuments } from '../../app/odoo/documents/load-documents';
import { postDocuments } from '../../app/odoo/documents/post-documents';
import { anyOrder } from '../support/random-order';
import { onDay } from './support/documents';
import { odooServers, type OdooServer } from './support/odoo-servers';
import { activate, openWorkshop, type Workshop } from './support/workshop';

/** The same orders in every run: what fails once fails again. */
const sample = { seed: 20261122, numRuns: 60 };
/** Agreements of a day's document. */
const perDay = 9;

describe.each(odooServers())('any orders in $title', ({ start }) => {
  let server: OdooServer;
  let shop: Workshop;
  let books: DocumentBooks;
  let partnerId = 0;
  let number = BigInt(Date.now()) * 10_000n;
  const fresh = () => String((number += 1n));

  beforeAll(async () => {
    server = await start();
    shop = await openWorkshop(await server.connect());
    for (const unit of ['USD', 'JPY', 'KWD']) await activate(shop.client, currency(unit));
    [partnerId = 0] = await shop.client.create('res.partner', [{ name: `Ann de Wit ${shop.stamp}` }]);
    books = await withEveryTax(shop);
  });
  afterAll(() => server.close());

  const post = async (documents: readonly Document[]) => {
    const { client, module } = shop;
    const toLoad = documents.map((document) => ({ document, partnerId, date: onDay('2026-11-03') }));
    const context = { client, module, books, productOf: () => undefined };
    const loaded = await loadDocuments(context, toLoad);
    const { posted, findings } = await postDocuments(context, toLoad, loaded);
    expect([...loaded.findings, ...findings]).toEqual([]);
    expect([...posted.values()].filter(({ exact }) => exact)).toHaveLength(documents.length);
  };

  const documentsIn = (discounts: 'net' | 'lines') =>
    fc
      .sample(anyOrder, sample)
      .flatMap(
        (order) => documentsOfOrder(numbered(order, fresh), { ...plainSettings, discounts }).documents,
      );

  it.each(['net', 'lines'] as const)('are exact to the minor unit, discounts: %s', async (discounts) => {
    await post(documentsIn(discounts));
  });

  it.each(['net', 'lines'] as const)('are exact in days’ documents, discounts: %s', async (discounts) => {
    const alike = new Map<string, Document[]>();
    for (const document of documentsIn(discounts)) {
      const place = [document.currency, document.kind, document.taxesIncluded].join();
      alike.set(place, [...(alike.get(place) ?? []), document]);
    }
    const days = [...alike.values()].flatMap((documents) =>
      Array.from({ length: Math.ceil(documents.length / perDay) }, (_, index) =>
        documents.slice(index * perDay, (index + 1) * perDay),
      ),
    );
    await post(
      days.map((members) => {
        const [{ currency: unit, kind } = members[0] as Document] = members;
        const slot = { day: onDay('2026-11-03'), country: 'NL', currency: unit, kind };
        return { ...dayDocument(slot, 1, members.map(dayMember)), key: documentKey(`day_${fresh()}`) };
      }),
    );
  });
});

/** The order with numbers that no other run has. */
function numbered(order: Order, fresh: () => string): Order {
  const ids = new Map<string, string>();
  const own = (id: string) => {
    const known = ids.get(id) ?? fresh();
    ids.set(id, known);
    return known;
  };
  return {
    ...order,
    name: `#${fresh()}`,
    agreements: order.agreements.map((agreement) => ({
      ...agreement,
      id: agreementId(own(agreement.id)),
      sales: agreement.sales.map((sale) => ({ ...sale, id: saleId(own(sale.id)) })),
    })),
  };
}

/** Every rate of the random orders, prices with and without it; one account for all that needs one of its own. */
async function withEveryTax({ client, books, stamp }: Workshop): Promise<DocumentBooks> {
  const plain = books.taxes.get('NL|VAT|21|excluded' as TaxKey);
  const none = books.taxes.get('NL||0|excluded' as TaxKey);
  const other = books.chargeWithoutDocument;
  if (!plain || !none || !other) throw new Error('the workshop has no taxes');
  const made = new Map<string, BookedTax>();
  for (const rate of ['21', '9', '5.5', '5', '9.975']) {
    for (const priceIncluded of [true, false]) {
      const name = `${rate}% ${priceIncluded ? 'incl. ' : ''}${stamp}`;
      const id = await copyOf(client, plain.id, name, rate, priceIncluded);
      made.set([rate, priceIncluded].join(), { ...plain, id, name, rate, priceIncluded });
    }
  }
  const taxes = new Map<TaxKey, BookedTax>();
  // Whatever key is asked for: its tax is found by rate alone.
  taxes.get = (key) => {
    const { rate, included, remitted } = readTaxKey(key);
    return remitted || rate === '0' ? none : made.get([rate, included].join());
  };
  const roles = ['gift-card', 'channel-tax', 'tip', 'duty', 'fee', 'additional-fee'] as const;
  return {
    ...books,
    taxes,
    roles: new Map([...books.roles, ...roles.map((role) => [role, other] as const)]),
  };
}

async function copyOf(client: OdooClient, id: number, name: string, rate: string, included: boolean) {
  const chosen = (await client.hasField('account.tax', 'price_include_override'))
    ? { price_include_override: included ? 'tax_included' : 'tax_excluded' }
    : { price_include: included };
  await client.callMethod('account.tax', 'copy', [id], {
    default: { name, amount: Number(rate), ...chosen },
  });
  const [made = 0] = await client.search('account.tax', [['name', '=', name]]);
  return made;
}
