import { bookedTax, type DocumentBooks } from '../books';
import type { Document } from '../document';
import type { Finding } from '../finding';
import { goodsKey, readTaxKey, type TaxKey } from '../tax-key';
import type { Check } from './check';

export const taxesAreMapped: Check = {
  name: 'every tax is mapped',
  run: ({ documents, books }) => unmappedTaxes(documents, books),
};

/** Every tax on the documents to be made has a tax in Odoo. One finding a tax, with how many documents wait for it. */
export function unmappedTaxes(documents: readonly Document[], books: DocumentBooks): Finding[] {
  const waiting = new Map<
    string,
    { finding: Omit<Finding, 'facts'>; documents: Set<string>; facts: Record<string, string> }
  >();
  for (const document of documents) {
    for (const key of unmappedIn(document, books)) {
      const known = waiting.get(key);
      if (known) {
        known.documents.add(document.key);
        continue;
      }
      const parts = readTaxKey(key);
      waiting.set(key, {
        documents: new Set([document.key]),
        finding: {
          kind: 'tax-unmapped',
          severity: 'blocks',
          object: {
            type: 'mapping',
            id: key,
            name: taxName(parts),
          },
          remedy: { page: 'mappings', section: 'taxes', key },
        },
        facts: {
          country: parts.country,
          title: parts.title || '—',
          rate: parts.rate,
          example: document.reference,
        },
      });
    }
  }
  for (const [key, { documents: shipped }] of waiting) {
    // The mapping of goods serves shipping too: one choice is all that both wait for.
    const goods = waiting.get(goodsKey(key as TaxKey));
    if (!goods || goods.documents === shipped) continue;
    for (const document of shipped) goods.documents.add(document);
    waiting.delete(key);
  }
  return [...waiting.values()].map(({ finding, documents: keys, facts }) => ({
    ...finding,
    facts: { ...facts, count: String(keys.size) },
  }));
}

/** A generator: payouts hold a hundred thousand taxes, and all of them are mapped nearly always. */
function* unmappedIn({ lines }: Document, books: DocumentBooks): Generator<TaxKey> {
  for (const { taxes } of lines) {
    for (const { key } of taxes) if (!bookedTax(books, key)) yield key;
  }
}

function taxName(parts: ReturnType<typeof readTaxKey>): string {
  const { country, province, title, rate, supply, remitted, company } = parts;
  const place = province ? `${country}-${province}` : country;
  const marks = [
    ...(supply === 'shipping' ? ['shipping'] : []),
    ...(remitted ? ['paid by Shopify'] : []),
    ...(company ? ['company'] : []),
  ];
  return `${place} ${title || '—'} ${rate}%${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`;
}
