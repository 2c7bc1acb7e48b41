import type { Books } from '../accounting/books';
import type { Currency } from '../accounting/currency';
import type { Finding } from '../accounting/finding';
import type { MappingRecord } from '../database/mappings';
import type { BookMappings } from '../odoo/books/book-mappings';
import { readBooks } from '../odoo/books/read-books';
import type { OdooClient } from '../odoo/client/odoo-client';
import type { CustomerMode } from '../odoo/partners/partner-name';
import type { DocumentCurrency } from '../shopify/order-from-shopify';
import { PersonNeeded } from './person-needed';

export interface ShopSettings {
  readonly customers: CustomerMode;
  /** Currency of an order's documents: the shop's own, or the one the customer paid in. */
  readonly documentCurrency: DocumentCurrency;
  /** What the generic customer is called in Odoo. */
  readonly genericCustomer: string;
}

export interface ShopBooks {
  readonly books: Books;
  readonly settings: ShopSettings;
  /** Mappings that do not hold any more, of which this payout may not need any. */
  readonly problems: readonly Finding[];
}

/** Mappings that every payout needs. */
const needed = new Set(['clearing-journal', 'sales-journal', 'sales', 'fee', 'transfer', 'receivable']);

/** The merchant's mappings, resolved to what stands in Odoo now. Throws PersonNeeded where every payout would fail. */
export async function readShopBooks(
  client: OdooClient,
  mappings: readonly MappingRecord[],
  payoutCurrency: Currency,
  timeZone: string,
): Promise<ShopBooks> {
  const { books, findings } = await readBooks(client, bookMappings(mappings, payoutCurrency, timeZone));
  if (!books) throw new PersonNeeded(findings);
  // A broken mapping that is left out of the books blocks what needs it, by the check of that very thing.
  const problems = findings.map((finding): Finding =>
    needed.has(finding.object.id) ? finding : { ...finding, severity: 'notice' },
  );
  return { books, settings: settingsOf(mappings), problems };
}

export function settingsOf(mappings: readonly MappingRecord[]): ShopSettings {
  const value = (key: string) => valueOf(mappings, key);
  return {
    customers: value('customers') === 'generic' ? 'generic' : 'original',
    documentCurrency: value('document-currency') === 'presentment' ? 'presentment' : 'shop',
    genericCustomer: value('generic-customer') ?? 'Webshop customer',
  };
}

export function bookMappings(
  mappings: readonly MappingRecord[],
  payoutCurrency: Currency,
  timeZone: string,
): BookMappings {
  const id = (kind: MappingRecord['kind'], key: string): number | undefined => idsOf(mappings, kind)[key];
  const optional = {
    clearingJournalId: id('clearing-journal', payoutCurrency),
    feeAccountId: id('account', 'fee'),
    feeVatAccountId: id('account', 'fee-vat'),
    transferAccountId: id('account', 'transfer'),
    salesJournalId: id('sales-journal', 'sales-journal'),
    salesAccountId: id('account', 'sales'),
    exchangeAccountId: id('account', 'exchange'),
    chargeWithoutDocumentId: id('account', 'charge-without-document'),
  };
  return {
    timeZone,
    payoutCurrency,
    ...(Object.fromEntries(
      Object.entries(optional).filter(([, given]) => given !== undefined),
    ) as Partial<BookMappings>),
    typeAccountIds: idsOf(mappings, 'type'),
    roleAccountIds: idsOf(mappings, 'line'),
    taxIds: idsOf(mappings, 'tax'),
    postOnFirstOpenDay: valueOf(mappings, 'post-on-first-open-day') === 'yes',
  };
}

function idsOf(mappings: readonly MappingRecord[], kind: MappingRecord['kind']): Record<string, number> {
  return Object.fromEntries(
    mappings.flatMap((mapping) =>
      mapping.kind === kind && 'id' in mapping.target ? [[mapping.key, mapping.target.id]] : [],
    ),
  );
}

function valueOf(mappings: readonly MappingRecord[], key: string): string | undefined {
  const mapping = mappings.find((one) => one.kind === 'setting' && one.key === key);
  return mapping && 'value' in mapping.target ? mapping.target.value : undefined;
}
