import type { Document } from '../../accounting/document';
import type { DocumentKey } from '../../accounting/ids';
import { findExternalIds } from '../loading/find-external-ids';
import type { DocumentsContext } from './documents-context';
import { readDocumentItems, type DocumentInOdoo } from './draft-items';

interface Named {
  readonly document: Pick<Document, 'key' | 'reference'>;
}

/** Documents that stand in Odoo already, draft or posted, found by their external ids. */
export async function readDocuments(
  { client, module }: Pick<DocumentsContext, 'client' | 'module'>,
  documents: readonly Named[],
): Promise<Map<DocumentKey, DocumentInOdoo>> {
  const found = await findExternalIds(client, documentQuestion(module, documents));
  const inOdoo = await readDocumentItems(client, [...found.values()]);
  const byKey = new Map<DocumentKey, DocumentInOdoo>();
  for (const { document } of documents) {
    const read = inOdoo.get(found.get(document.key) ?? 0);
    if (read) byKey.set(document.key, read);
  }
  return byKey;
}

export function documentQuestion(module: DocumentsContext['module'], documents: readonly Named[]) {
  return {
    module,
    model: 'account.move',
    names: documents.map(({ document }) => document.key as string),
    candidates: [['ref', 'in', documents.map(({ document }) => document.reference)]] as const,
  };
}
