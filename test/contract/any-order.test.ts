import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentBooks } from '../../app/accounting/books';

import { currency } from '../../app/accounting/currency';
import { dayDocument, dayMember } from '../../app/accounting/day-documents';
import type { Document } from '../../app/accounting/document';
import { plainSettings } from '../../app/accounting/document-settings';
import { documentsOfOrder } from '../../app/accounting/documents-of-order';
import { documentKey } from '../../app/accounting/ids';
import { loadDocuments } from '../../app/odoo/documents/load-documents';
import { postDocuments } from '../../app/odoo/documents/post-documents';
import { anyOrder } from '../support/random-order';
import { numbered, withEveryTax } from './support/any-orders';
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
