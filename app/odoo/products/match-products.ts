import type { Document, DocumentLine } from '../../accounting/document';
import type { Finding } from '../../accounting/finding';
import type { DocumentKey } from '../../accounting/ids';
import { mappingBroken } from '../books/mapping-findings';
import type { OdooClient } from '../client/odoo-client';
import { productUnmatched, skuAmbiguous } from './product-findings';
import { comparedWord, skuKey, skuVariantKey, variantKey, type ProductSettings } from './product-settings';
import { productToMake, type ProductToMake } from './product-to-make';
import { readProducts, type FoundProduct, type ProductsInOdoo } from './read-products';

export interface MatchedProducts {
  /** The product that stands on a line; undefined: the line goes with its label alone. */
  readonly productOf: (line: DocumentLine) => FoundProduct | undefined;
  /** Empty unless the merchant has unknown products made. */
  readonly toMake: readonly ProductToMake[];
  /** Why a document must wait. */
  readonly problems: ReadonlyMap<DocumentKey, readonly Finding[]>;
  /** SKUs (or barcodes, or what else names it) of lines that could have a product and found none. */
  readonly unknown: readonly string[];
}

/** Finds the products of documents' lines in Odoo by the merchant's rule. Reads only. */
export async function matchProducts(
  client: OdooClient,
  settings: ProductSettings,
  documents: readonly Document[],
): Promise<MatchedProducts> {
  const lines = documents.flatMap((document) => document.lines);
  const goods = lines.filter(({ role }) => role === 'product');
  const words = new Map<string, string>();
  for (const line of goods) {
    const word = chosenId(settings, line) === undefined ? comparedWord(line, settings.rule) : undefined;
    if (word) words.set(skuKey(word), word);
  }
  const generic =
    settings.unmatched === 'generic' && goods.length > 0 ? settings.genericProductId : undefined;
  const ids = new Set(lines.flatMap((line) => chosenId(settings, line) ?? []));
  if (generic !== undefined) ids.add(generic);
  const inOdoo = await readProducts(client, settings.rule, [...words.values()], [...ids]);

  const problems = new Map<DocumentKey, Finding[]>();
  const toMake = new Map<string, ProductToMake>();
  const unknown = new Set<string>();
  for (const document of documents) {
    const found = new Map<string, Finding>();
    for (const line of document.lines) {
      const problem = problemOf(document, line, settings, inOdoo);
      if (problem) found.set(`${problem.kind} ${JSON.stringify(problem.remedy)}`, problem);
      if (!isUnknown(line, settings, inOdoo)) continue;
      unknown.add(comparedWord(line, settings.rule) ?? line.label);
      if (settings.unmatched !== 'make') continue;
      const making = productToMake(document, line, settings, toMake);
      toMake.set(making.key, making);
    }
    if (found.size > 0) problems.set(document.key, [...found.values()]);
  }
  return {
    productOf: (line) => productIn(line, settings, inOdoo),
    toMake: [...toMake.values()],
    problems,
    unknown: [...unknown],
  };
}

/** The product that the merchant chose for a line, by hand or by what kind of line it is. */
function chosenId({ byHand, roleProducts }: ProductSettings, line: DocumentLine): number | undefined {
  if (line.role !== 'product') return roleProducts.get(line.role);
  return byHand.get(variantKey(line) ?? '') ?? byHand.get(skuVariantKey(line) ?? '');
}

function candidates(line: DocumentLine, { rule }: ProductSettings, { byWord }: ProductsInOdoo) {
  const word = comparedWord(line, rule);
  return word ? (byWord.get(skuKey(word)) ?? []) : [];
}

function productIn(line: DocumentLine, settings: ProductSettings, inOdoo: ProductsInOdoo) {
  const chosen = chosenId(settings, line);
  if (chosen !== undefined) return inOdoo.byId.get(chosen);
  if (line.role !== 'product') return undefined;
  const products = candidates(line, settings, inOdoo);
  if (products.length > 0) return products.length === 1 ? products[0] : undefined;
  return settings.unmatched === 'generic' ? inOdoo.byId.get(settings.genericProductId ?? 0) : undefined;
}

/** It could have a product (it has something to be found by), and has none. */
function isUnknown(line: DocumentLine, settings: ProductSettings, inOdoo: ProductsInOdoo): boolean {
  return (
    line.role === 'product' &&
    variantKey(line) !== undefined &&
    chosenId(settings, line) === undefined &&
    candidates(line, settings, inOdoo).length === 0
  );
}

function problemOf(
  document: Document,
  line: DocumentLine,
  settings: ProductSettings,
  inOdoo: ProductsInOdoo,
): Finding | undefined {
  const chosen = chosenId(settings, line);
  if (chosen !== undefined) {
    const place = line.role === 'product' ? `product ${variantKey(line) ?? ''}` : `line-product ${line.role}`;
    return inOdoo.byId.has(chosen) ? undefined : broken(document, place, line.label);
  }
  if (line.role !== 'product') return undefined;
  const products = candidates(line, settings, inOdoo);
  const word = comparedWord(line, settings.rule) ?? '';
  if (products.length > 1) return skuAmbiguous(document, line, word, products);
  if (products.length === 1) return undefined;
  if (settings.unmatched === 'wait' && isUnknown(line, settings, inOdoo)) {
    return productUnmatched(document, line, word || line.label);
  }
  if (settings.unmatched === 'generic' && !inOdoo.byId.has(settings.genericProductId ?? 0)) {
    return broken(document, 'generic-product', '');
  }
  return undefined;
}

/** A product that was chosen and is archived, deleted or another company's: said of the document that waits for it. */
function broken(document: Document, place: string, name: string): Finding {
  return {
    ...mappingBroken({ id: place, section: 'products' }, name, 'gone'),
    object: { type: 'document', id: document.key, name: document.reference },
  };
}
