import type { OpenItem } from '../accounting/counterpart';
import type { Document } from '../accounting/document';
import type { BindingRecord } from '../database/bindings';
import type { DocumentInOdoo } from '../odoo/documents/draft-items';
import type { PostedDocument } from '../odoo/documents/post-documents';
import { documentHash } from './input-hash';

/** What is kept of a document that stands posted in Odoo, made now or found there; undefined where it does not stand. */
export function bindingOfDocument(
  document: Document,
  made: PostedDocument | undefined,
  inOdoo: DocumentInOdoo | undefined,
): BindingRecord | undefined {
  const moveId = made?.moveId ?? (inOdoo?.state === 'posted' ? inOdoo.moveId : undefined);
  if (moveId === undefined) return undefined;
  return {
    externalId: document.key,
    model: 'account.move',
    odooId: moveId,
    inputHash: documentHash(document),
    kind: 'document',
    orderId: document.order.id,
    name: made?.number ?? inOdoo?.number ?? document.reference,
    state: document.kind,
  };
}

/** What is settled of a document. Only a posted one has an open item; a draft's would move with it. */
export function openItemOfDocument(
  { key, reference }: Pick<Document, 'key' | 'reference'>,
  made: PostedDocument | undefined,
  inOdoo: DocumentInOdoo | undefined,
): OpenItem | undefined {
  const name = made?.number ?? inOdoo?.number ?? reference;
  if (made)
    return { key, document: key, itemId: made.receivable.itemId, account: made.receivable.account, name };
  const item = inOdoo?.items.find(({ kind }) => kind === 'receivable');
  if (inOdoo?.state !== 'posted' || !item) return undefined;
  return { key, document: key, itemId: item.id, account: item.account, name };
}
