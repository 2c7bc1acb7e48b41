import type { Books, DocumentBooks } from '../accounting/books';
import type { Currency } from '../accounting/currency';
import type { Finding } from '../accounting/finding';
import type { MappingRecord } from '../database/mappings';
import type { BookMappings, DocumentBookMappings } from '../odoo/books/book-mappings';
import { readBooks } from '../odoo/books/read-books';
import { readDocumentBooks } from '../odoo/books/read-document-books';
import type { OdooClient } from '../odoo/client/odoo-client';
import type { CustomerSettings } from '../odoo/partners/load-partners';
import { settingOf } from './order-settings';
import { PersonNeeded } from './person-needed';

export interface ShopBooks {
  readonly books: Books;
  /** Mappings that do not hold any more, of which this payout may not need any. */
  readonly problems: readonly Finding[];
}

/** What orders need of the books; no payout, and so no clearing journal. */
export interface ShopDocumentBooks {
  readonly books: DocumentBooks;
  /** Mappings that do not hold any more, of which an order may not need any. */
  readonly problems: readonly Finding[];
}

/** Mappings that every payout needs; those of them that orders have, every order needs too. */
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
  return { books, problems: problemsOf(findings) };
}

/** The same for orders. Throws PersonNeeded where every order would fail. */
export async function readShopDocumentBooks(
  client: OdooClient,
  mappings: readonly MappingRecord[],
  timeZone: string,
): Promise<ShopDocumentBooks> {
  const { books, findings } = await readDocumentBooks(client, documentBookMappings(mappings, timeZone));
  if (!books) throw new PersonNeeded(findings);
  return { books, problems: problemsOf(findings) };
}

/** A broken mapping that is left out of the books blocks what needs it, by the check of that very thing. */
function problemsOf(findings: readonly Finding[]): Finding[] {
  return findings.map((finding) =>
    needed.has(finding.object.id) ? finding : { ...finding, severity: 'notice' },
  );
}

export function customerSettings(mappings: readonly MappingRecord[]): CustomerSettings {
  const mode = settingOf(mappings, 'customers');
  return {
    mode: mode === 'generic' || mode === 'company' ? mode : 'original',
    genericName: settingOf(mappings, 'generic-customer') ?? 'Webshop customer',
  };
}

export function bookMappings(
  mappings: readonly MappingRecord[],
  payoutCurrency: Currency,
  timeZone: string,
): BookMappings {
  const account = idsOf(mappings, 'account');
  return {
    ...documentBookMappings(mappings, timeZone),
    payoutCurrency,
    ...given({
      clearingJournalId: idsOf(mappings, 'clearing-journal')[payoutCurrency],
      feeAccountId: account.fee,
      feeVatAccountId: account['fee-vat'],
      transferAccountId: account.transfer,
      exchangeAccountId: account.exchange,
      chargeWithoutDocumentId: account['charge-without-document'],
    }),
    typeAccountIds: idsOf(mappings, 'type'),
  };
}

function documentBookMappings(mappings: readonly MappingRecord[], timeZone: string): DocumentBookMappings {
  const account = idsOf(mappings, 'account');
  return {
    timeZone,
    ...given({
      salesJournalId: idsOf(mappings, 'sales-journal')['sales-journal'],
      salesAccountId: account.sales,
      cashRoundingId: account['cash-rounding'],
    }),
    roleAccountIds: idsOf(mappings, 'line'),
    taxIds: idsOf(mappings, 'tax'),
    postOnFirstOpenDay: settingOf(mappings, 'post-on-first-open-day') === 'yes',
  };
}

/** Without the keys that nothing was chosen for. */
function given<Key extends string>(chosen: Record<Key, number | undefined>): Partial<Record<Key, number>> {
  return Object.fromEntries(Object.entries(chosen).filter(([, id]) => id !== undefined)) as Partial<
    Record<Key, number>
  >;
}

function idsOf(mappings: readonly MappingRecord[], kind: MappingRecord['kind']): Record<string, number> {
  return Object.fromEntries(
    mappings.flatMap((mapping) =>
      mapping.kind === kind && 'id' in mapping.target ? [[mapping.key, mapping.target.id]] : [],
    ),
  );
}
