import type { Document, DocumentLine } from '../../accounting/document';
import type { Finding } from '../../accounting/finding';
import { variantKey } from './product-settings';
import type { FoundProduct } from './read-products';

/** Several products answer to one SKU (or barcode): none of them is taken. */
export function skuAmbiguous(
  document: Document,
  line: DocumentLine,
  word: string,
  products: readonly FoundProduct[],
): Finding {
  return {
    kind: 'sku-ambiguous',
    ...about(document, line),
    facts: {
      reference: document.reference,
      line: line.label,
      sku: word,
      products: products.map(({ name, id }) => `${name} (${String(id)})`).join(', '),
    },
  };
}

/** The merchant waits for a product that Odoo does not have. */
export function productUnmatched(document: Document, line: DocumentLine, word: string): Finding {
  return {
    kind: 'product-unmatched',
    ...about(document, line),
    facts: { reference: document.reference, line: line.label, sku: word },
  };
}

/** Odoo refused to make the product; `message` is Odoo's own. */
export function productRefused(document: Document, name: string, message: string): Finding {
  return {
    kind: 'entry-rejected',
    severity: 'blocks',
    object: { type: 'document', id: document.key, name: document.reference },
    facts: { reference: document.reference, message: `${name}: ${message}` },
    remedy: { page: 'mappings', section: 'products' },
  };
}

function about(document: Document, line: DocumentLine) {
  const key = variantKey(line);
  return {
    severity: 'blocks',
    object: { type: 'document', id: document.key, name: document.reference },
    remedy: { page: 'mappings', section: 'products', ...(key ? { key } : {}) },
  } as const;
}
