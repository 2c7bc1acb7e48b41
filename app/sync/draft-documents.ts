import type { DocumentBooks } from '../accounting/books';
import { dateIn } from '../accounting/calendar-date';
import type { Document } from '../accounting/document';
import type { Finding } from '../accounting/finding';
import type { Buyer } from '../accounting/order';
import { bindingsOf, saveBindings } from '../database/bindings';
import type { Database } from '../database/client';
import type { MappingRecord } from '../database/mappings';
import type { OdooClient } from '../odoo/client/odoo-client';
import type { DocumentToLoad } from '../odoo/documents/document-target';
import type { DocumentPresentation, DocumentsContext } from '../odoo/documents/documents-context';
import { loadDocuments, type LoadedDocuments } from '../odoo/documents/load-documents';
import { externalModule, type ExternalModule } from '../odoo/loading/external-names';
import {
  loadPartners,
  partnerKeys,
  type CustomerSettings,
  type LoadedPartners,
} from '../odoo/partners/load-partners';
import { makeProducts } from '../odoo/products/make-products';
import type { MatchedProducts } from '../odoo/products/match-products';
import type { ProductSettings } from '../odoo/products/product-settings';
import { documentPresentation, productSettings } from './document-choices';
import { dayOfDocument } from './open-day';
import type { Progress } from './progress';
import { customerSettings } from './read-shop-books';
import type { ShopContext } from './shop-context';

/** What making documents needs, whether for a payout or for orders by themselves. */
export interface DocumentWork {
  readonly client: OdooClient;
  readonly module: ExternalModule;
  readonly books: DocumentBooks;
  readonly customers: CustomerSettings;
  readonly products: ProductSettings;
  readonly presentation: DocumentPresentation;
  readonly termIds: ReadonlyMap<string, number>;
  /** What stands below a document's lines; nothing of ours below an order's own. */
  readonly narrationOf?: (document: Document) => string | undefined;
}

/** What the merchant's mappings say about making documents; the books are read beside. */
export function documentWork(
  client: OdooClient,
  books: DocumentBooks,
  mappings: readonly MappingRecord[],
  shop: ShopContext['shop'],
): DocumentWork {
  return {
    client,
    module: externalModule(shop.domain),
    books,
    customers: customerSettings(mappings),
    products: productSettings(mappings),
    presentation: documentPresentation(mappings, shop.country),
    termIds: new Map(
      mappings.flatMap(({ kind, key, target }) =>
        kind === 'payment-term' && 'id' in target ? [[key, target.id] as const] : [],
      ),
    ),
  };
}

export interface DraftedDocuments {
  readonly context: DocumentsContext;
  readonly toLoad: readonly DocumentToLoad[];
  readonly loaded: LoadedDocuments;
  readonly partners: LoadedPartners;
  /** Of documents that are no exact draft. */
  readonly refused: readonly Finding[];
}

/**
 * Brings documents to Odoo as exact drafts: their customers, their products, then the documents. `others` are buyers whose
 * partners are needed beside.
 */
export async function draftDocuments(
  { database, shop }: ShopContext,
  work: DocumentWork,
  matched: MatchedProducts,
  documents: readonly Document[],
  progress: Progress,
  others: readonly Buyer[] = [],
): Promise<DraftedDocuments> {
  const { client, module, books } = work;
  await progress('partners', 0, 0);
  const buyers = [...documents.map(({ buyer }) => buyer), ...others];
  const partners = await loadPartners(
    {
      client,
      module,
      settings: work.customers,
      known: await knownPartners(database, shop.id, buyers, work.customers),
      onProgress: (done, total) => void progress('partners', done, total),
    },
    buyers,
  );
  await saveBindings(
    database,
    shop.id,
    [...partners.bound].map(([externalId, odooId]) => ({
      externalId,
      model: 'res.partner',
      odooId,
      inputHash: '',
      kind: 'partner' as const,
    })),
  );
  // Those of orders that are in the way of themselves, or that nobody asked for, are not made.
  const wanted = new Set(documents);
  const toMake = matched.toMake.filter(({ wantedBy }) => wantedBy.some((document) => wanted.has(document)));
  const made = await makeProducts({ client, module }, work.products, { ...matched, toMake });
  const context: DocumentsContext = {
    client,
    module,
    books,
    productOf: made.productOf,
    problems: made.problems,
    presentation: work.presentation,
    onProgress: (done, total) => void progress('documents', done, total),
  };
  const toLoad = documents.flatMap((document): DocumentToLoad[] => {
    const partner = partners.of(document.buyer);
    const narration = work.narrationOf?.(document);
    return partner
      ? [
          {
            document,
            ...partner,
            date: dayOfDocument(document, books),
            ...dueOf(document, work),
            ...(narration === undefined ? {} : { narration }),
          },
        ]
      : [];
  });
  await progress('documents', 0, toLoad.length);
  const loaded = await loadDocuments(context, toLoad);
  return { context, toLoad, loaded, partners, refused: loaded.findings };
}

/**
 * When a document is due: by Odoo's term where one is mapped, else on Shopify's day; without terms on its own day, for a
 * webshop is paid at once. Left to Odoo it would be the day on which it is posted.
 */
function dueOf(
  document: Document,
  { books, termIds }: DocumentWork,
): Pick<DocumentToLoad, 'dueOn' | 'paymentTermId'> {
  const { paymentTerms } = document;
  const term = paymentTerms && termIds.get(paymentTerms.name);
  if (term !== undefined) return { paymentTermId: term };
  const dueAt = paymentTerms?.dueAt;
  return { dueOn: dueAt ? dateIn(dueAt, books.timeZone) : dayOfDocument(document, books) };
}

/** The partners that earlier orders of these buyers have. */
async function knownPartners(
  database: Database,
  shopId: string,
  buyers: readonly Buyer[],
  { mode }: CustomerSettings,
): Promise<Map<string, number>> {
  const names = new Set(buyers.flatMap((buyer) => partnerKeys(buyer, mode)));
  const bindings = await bindingsOf(database, shopId, [...names]);
  return new Map([...bindings.values()].map(({ externalId, odooId }) => [externalId, odooId]));
}
