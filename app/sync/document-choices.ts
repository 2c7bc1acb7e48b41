import type { Document, DocumentRole } from '../accounting/document';
import { inEuVat } from '../accounting/eu-vat';
import type { MappingKind, MappingRecord } from '../database/mappings';
import type { DocumentPresentation } from '../odoo/documents/documents-context';
import type { ProductSettings } from '../odoo/products/product-settings';
import { settingOf } from './order-settings';

/** How documents show in Odoo, as the merchant chose. `shopCountry` tells home from abroad. */
export function documentPresentation(
  mappings: readonly MappingRecord[],
  shopCountry: string | undefined,
): DocumentPresentation {
  const team = idsOf(mappings, 'team').get('documents');
  const analytic = idsOf(mappings, 'analytic');
  const positions = idsOf(mappings, 'fiscal-position');
  const mapped = settingOf(mappings, 'fiscal-position') === 'mapped';
  return {
    kind: settingOf(mappings, 'document-kind') === 'receipt' ? 'receipt' : 'invoice',
    ...(team === undefined ? {} : { teamId: team }),
    analyticAccountIds: ['documents', 'documents-2', 'documents-3'].flatMap((key) => analytic.get(key) ?? []),
    ...(mapped
      ? { fiscalPositionOf: (document: Document) => positions.get(fiscalSituation(document, shopCountry)) }
      : {}),
  };
}

export type FiscalSituation = 'domestic' | 'eu-company' | 'eu-consumer' | 'outside-eu';

/** Where the goods go and to whom: what decides on a fiscal position. Without an address, home. */
function fiscalSituation({ buyer }: Document, shopCountry: string | undefined): FiscalSituation {
  const place = buyer.delivery ?? buyer.billing;
  const country = place?.country;
  if (!country || country === shopCountry) return 'domestic';
  if (!inEuVat(country, place.province)) return 'outside-eu';
  return buyer.isCompany && buyer.vat ? 'eu-company' : 'eu-consumer';
}

/** How order lines find their products, as the merchant chose. */
export function productSettings(mappings: readonly MappingRecord[]): ProductSettings {
  const category = idsOf(mappings, 'product-category').get('new');
  const generic = idsOf(mappings, 'generic-product').get('generic');
  return {
    rule: oneOf(settingOf(mappings, 'product-rule'), ['sku-reference', 'sku-barcode', 'barcode-barcode']),
    unmatched: oneOf(settingOf(mappings, 'product-unmatched'), ['none', 'make', 'generic', 'wait']),
    makeAs: oneOf(settingOf(mappings, 'product-type'), ['consumable', 'stock', 'service']),
    ...(category === undefined ? {} : { categoryId: category }),
    ...(generic === undefined ? {} : { genericProductId: generic }),
    byHand: idsOf(mappings, 'product'),
    roleProducts: idsOf(mappings, 'line-product') as ReadonlyMap<DocumentRole, number>,
  };
}

/** The first of the words is what goes where nothing (or nothing known) was chosen. */
function oneOf<Word extends string>(text: string | undefined, words: readonly [Word, ...Word[]]): Word {
  return words.find((word) => word === text) ?? words[0];
}

function idsOf(mappings: readonly MappingRecord[], kind: MappingKind): Map<string, number> {
  return new Map(
    mappings.flatMap((mapping) =>
      mapping.kind === kind && 'id' in mapping.target ? [[mapping.key, mapping.target.id] as const] : [],
    ),
  );
}
