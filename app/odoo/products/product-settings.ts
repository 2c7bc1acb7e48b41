import type { DocumentLine, DocumentRole } from '../../accounting/document';

/** How sold lines find their product in Odoo, as the merchant chose it. */
export interface ProductSettings {
  /** Which of Shopify's words is compared with which field of Odoo's product. */
  readonly rule: 'sku-reference' | 'sku-barcode' | 'barcode-barcode';
  /**
   * A line that finds none: `make` makes the product; `generic` takes the generic one; `wait` leaves the document until
   * there is one; `none` goes without, under the line's own label. A custom line, which has nothing to be found by, never
   * waits and is never made: it could not be found the next time either.
   */
  readonly unmatched: 'make' | 'generic' | 'wait' | 'none';
  readonly makeAs: 'stock' | 'consumable' | 'service';
  /** Of products that are made; without it, Odoo's own choice. Their accounts come from it. */
  readonly categoryId?: number;
  readonly genericProductId?: number;
  /** `product.product` by `variantKey`: goes before the rule. */
  readonly byHand: ReadonlyMap<string, number>;
  /** For lines that are no goods: shipping, discounts, tips. */
  readonly roleProducts: ReadonlyMap<DocumentRole, number>;
}

/** SKUs and barcodes are compared without regard to case and surrounding blanks. */
export function skuKey(sku: string): string {
  return sku.trim().toLowerCase();
}

/**
 * What a mapping by hand hangs on: Shopify's variant, or the SKU where the variant is not known (any more). Undefined for
 * a custom line without SKU.
 */
export function variantKey(line: Pick<DocumentLine, 'item' | 'sku'>): string | undefined {
  if (line.item?.variantId) return `variant:${line.item.variantId}`;
  return skuVariantKey(line);
}

/** The key of the SKU alone: what a variant that was deleted since had to go by. */
export function skuVariantKey({ sku }: Pick<DocumentLine, 'sku'>): string | undefined {
  return sku && skuKey(sku) !== '' ? `sku:${skuKey(sku)}` : undefined;
}

/** What the rule compares, as Shopify writes it but trimmed; undefined where the line has no such word. */
export function comparedWord(line: Pick<DocumentLine, 'item' | 'sku'>, rule: ProductSettings['rule']) {
  const word = rule === 'barcode-barcode' ? line.item?.barcode : line.sku;
  return word?.trim() ? word.trim() : undefined;
}
