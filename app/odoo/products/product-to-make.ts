import { createHash } from 'node:crypto';
import type { Document, DocumentLine } from '../../accounting/document';
import { comparedWord, skuKey, variantKey, type ProductSettings } from './product-settings';

/** A product that Odoo does not have yet. */
export interface ProductToMake {
  /** Lines of the same key share it: by what the rule compares, so that a SKU never gets two products. */
  readonly key: string;
  /** External id, without its module. */
  readonly externalId: string;
  readonly name: string;
  readonly sku?: string;
  readonly barcode?: string;
  readonly wantedBy: readonly Document[];
}

export function makeKey(line: DocumentLine, { rule }: ProductSettings): string {
  const word = comparedWord(line, rule);
  return word ? `word:${skuKey(word)}` : (variantKey(line) ?? '');
}

/** What to make for a line; together with what another line of the same key asked for already. */
export function productToMake(
  document: Document,
  line: DocumentLine,
  settings: ProductSettings,
  known: ReadonlyMap<string, ProductToMake>,
): ProductToMake {
  const key = makeKey(line, settings);
  const before = known.get(key);
  if (before) {
    return before.wantedBy.includes(document)
      ? before
      : { ...before, wantedBy: [...before.wantedBy, document] };
  }
  const barcode = settings.rule === 'sku-reference' ? undefined : comparedWord(line, settings.rule);
  const sku = line.sku?.trim();
  return {
    key,
    externalId: externalIdOf(line),
    name: line.label,
    ...(sku ? { sku } : {}),
    ...(barcode ? { barcode } : {}),
    wantedBy: [document],
  };
}

/** SKUs hold what external ids may not: a digest stands for one. */
function externalIdOf(line: DocumentLine): string {
  if (line.item?.variantId) return `variant_${line.item.variantId}`;
  const digest = createHash('sha256').update(skuKey(line.sku ?? ''));
  return `sku_${digest.digest('hex').slice(0, 24)}`;
}
