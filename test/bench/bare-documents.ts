import type { OpenItem } from '../../app/accounting/counterpart';
import type { CalendarDate } from '../../app/accounting/calendar-date';
import type { Document } from '../../app/accounting/document';
import type { DocumentKey } from '../../app/accounting/ids';
import { currencyIds } from '../../app/odoo/books/currency-ids';
import type { OdooClient } from '../../app/odoo/client/odoo-client';
import { compareDocument } from '../../app/odoo/documents/compare-document';
import { documentRows } from '../../app/odoo/documents/document-rows';
import { documentTarget } from '../../app/odoo/documents/document-target';
import { readDocumentItems } from '../../app/odoo/documents/draft-items';
import { forceDocuments } from '../../app/odoo/documents/force-documents';
import { externalName } from '../../app/odoo/loading/external-names';
import { inChunks } from '../../app/odoo/loading/in-chunks';
import { buyerKey } from '../../app/odoo/partners/buyer-key';
import type { MatchedProducts } from '../../app/odoo/products/match-products';
import type { DocumentWork } from '../../app/sync/draft-documents';

export interface BareWork extends Pick<DocumentWork, 'client' | 'module' | 'books' | 'customers'> {
  readonly productOf: MatchedProducts['productOf'];
  readonly dateOf: (document: Document) => CalendarDate;
  /** Documents in a call. */
  readonly batch: number;
}

/** Loads records, and throws what Odoo says where it refuses. */
export async function bareLoad(
  client: OdooClient,
  model: string,
  fields: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<readonly number[]> {
  const { ids, messages } = await client.load(model, fields, rows);
  if (!ids)
    throw new Error(`the bare script was refused: ${messages.map(({ message }) => message).join('; ')}`);
  return ids;
}

/**
 * Customers and posted documents with the same batched calls as ours, and nothing else: no asking what exists, no checks,
 * no reading back, no database. Answers their open items and whose they are.
 */
export async function bareDocuments(
  { client, module, books, customers, productOf, dateOf, batch }: BareWork,
  all: readonly Document[],
): Promise<{ openItems: Map<DocumentKey, OpenItem>; partnerOf: Map<number, number> }> {
  const buyers = new Map(all.map(({ buyer }) => [buyerKey(buyer, customers.mode), buyer]));
  const partners = new Map<string, number>();
  for (const chunk of inChunks([...buyers], 200)) {
    const ids = await bareLoad(
      client,
      'res.partner',
      ['id', 'name', 'email', 'street', 'zip', 'city'],
      chunk.map(([name, { name: called, email, billing }]) => [
        externalName(module, name),
        called,
        email ?? '',
        billing?.street ?? '',
        billing?.zip ?? '',
        billing?.city ?? '',
      ]),
    );
    chunk.forEach(([name], index) => partners.set(name, ids[index] ?? 0));
  }
  const context = {
    module,
    books,
    productOf,
    hasTeam: false,
    currencyIds: await currencyIds(client, new Set(all.map(({ currency }) => currency))),
  };
  const openItems = new Map<DocumentKey, OpenItem>();
  const partnerOf = new Map<number, number>();
  for (const documents of inChunks(all, batch)) {
    const toLoad = documents.map((document) => ({
      document,
      partnerId: partners.get(buyerKey(document.buyer, customers.mode)) ?? 0,
      date: dateOf(document),
    }));
    // Nothing is left to Odoo on one and named on another: they are one group, in their order.
    const [rows] = documentRows(toLoad, context);
    const moves = await bareLoad(
      client,
      'account.move',
      rows?.fields ?? [],
      (rows?.records ?? []).flatMap((record) => record.rows),
    );
    const items = await readDocumentItems(client, moves);
    const corrections = toLoad.flatMap(({ document }, index) => {
      const inOdoo = items.get(moves[index] ?? 0);
      const result = inOdoo && compareDocument(document, documentTarget(document, books), inOdoo);
      return result?.kind === 'rounding' ? [result.correction] : [];
    });
    if (corrections.length > 0) await forceDocuments(client, corrections);
    await client.callMethod('account.move', 'action_post', moves);
    for (const [index, { document, partnerId }] of toLoad.entries()) {
      const receivable = items.get(moves[index] ?? 0)?.items.find(({ kind }) => kind === 'receivable');
      if (!receivable) continue;
      partnerOf.set(receivable.id, partnerId);
      openItems.set(document.key, {
        key: document.key,
        document: document.key,
        itemId: receivable.id,
        account: receivable.account,
        name: document.reference,
      });
    }
  }
  return { openItems, partnerOf };
}
