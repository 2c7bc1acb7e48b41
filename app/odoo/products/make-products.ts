import type { Finding } from '../../accounting/finding';
import type { DocumentKey } from '../../accounting/ids';
import type { OdooClient } from '../client/odoo-client';
import type { ExternalModule } from '../loading/external-names';
import { externalName } from '../loading/external-names';
import { loadOnce } from '../loading/load-once';
import type { MatchedProducts } from './match-products';
import { productRefused } from './product-findings';
import type { ProductSettings } from './product-settings';
import { makeKey, type ProductToMake } from './product-to-make';
import { accountFields, foundProducts, type FoundProduct } from './read-products';

/**
 * Makes the products that were not found, exactly once: one that Klopt made before and whose SKU was changed in Odoo since
 * is found again by its external id. Documents whose product Odoo refuses become problems.
 */
export async function makeProducts(
  { client, module }: { readonly client: OdooClient; readonly module: ExternalModule },
  settings: ProductSettings,
  matched: MatchedProducts,
): Promise<MatchedProducts> {
  if (matched.toMake.length === 0) return matched;
  const kind = await kindColumns(client, settings.makeAs);
  const category = settings.categoryId === undefined ? [] : [['categ_id/.id', String(settings.categoryId)]];
  // Odoo's default price is 1.00, which is nobody's; prices are Shopify's.
  const shared = [...kind, ...category, ['list_price', '0']] as readonly (readonly [string, string])[];
  const withBarcode = matched.toMake.some(({ barcode }) => barcode);
  const loaded = await loadOnce(client, {
    model: 'product.product',
    module,
    fields: [
      'id',
      'name',
      'default_code',
      ...(withBarcode ? ['barcode'] : []),
      ...shared.map(([field]) => field),
    ],
    records: matched.toMake.map(({ externalId, name, sku, barcode }) => ({
      externalId,
      rows: [
        [
          externalName(module, externalId),
          name,
          sku ?? '',
          ...(withBarcode ? [barcode ?? ''] : []),
          ...shared.map(([, value]) => value),
        ],
      ],
    })),
    candidates: [
      '|',
      ['default_code', 'in', matched.toMake.flatMap(({ sku }) => sku ?? [])],
      ['name', 'in', matched.toMake.map(({ name }) => name)],
    ],
  });
  const rows = await client.read('product.product', [...new Set(loaded.ids.values())], accountFields);
  const products = await foundProducts(client, rows);
  const made = new Map<string, FoundProduct>();
  const problems = new Map<DocumentKey, readonly Finding[]>(matched.problems);
  for (const product of matched.toMake) {
    const found = products.get(loaded.ids.get(product.externalId) ?? 0);
    if (found) made.set(product.key, found);
    else refuse(product, loaded.rejections.get(product.externalId) ?? '', problems);
  }
  return {
    productOf: (line) =>
      matched.productOf(line) ?? (line.role === 'product' ? made.get(makeKey(line, settings)) : undefined),
    toMake: matched.toMake.filter(({ key }) => !made.has(key)),
    problems,
    unknown: matched.unknown,
  };
}

function refuse(
  { name, wantedBy }: ProductToMake,
  why: string,
  problems: Map<DocumentKey, readonly Finding[]>,
): void {
  for (const document of wantedBy) {
    problems.set(document.key, [
      ...(problems.get(document.key) ?? []),
      productRefused(document, name, why || 'refused'),
    ]);
  }
}

/** How a version says what kind of product it is. Without Odoo's Inventory there is no stock: then it is consumable. */
async function kindColumns(
  client: OdooClient,
  makeAs: ProductSettings['makeAs'],
): Promise<(readonly [string, string])[]> {
  const fields = await client.fieldsGet('product.product');
  const kind = makeAs === 'service' ? 'service' : 'consu';
  if (fields.detailed_type) {
    const stock =
      makeAs === 'stock' && fields.detailed_type.selection?.some(([value]) => value === 'product');
    return [['detailed_type', stock ? 'product' : kind]];
  }
  return [
    ['type', kind],
    ...(fields.is_storable ? [['is_storable', makeAs === 'stock' ? '1' : '0'] as const] : []),
  ];
}
