import type { Document } from '../accounting/document';
import { dayReference } from '../accounting/day-documents';
import { documentKey, type DocumentKey } from '../accounting/ids';
import type { DayRecord } from '../database/day-documents';
import type { OdooClient } from '../odoo/client/odoo-client';
import type { DocumentInOdoo } from '../odoo/documents/draft-items';
import { readDocuments } from '../odoo/documents/read-documents';
import type { ExternalModule } from '../odoo/loading/external-names';

/**
 * Documents as they stand in Odoo, asked by their external ids: an order's own, or for agreements that are in the document
 * of their day, that one for each.
 */
export async function standingDocuments(
  odoo: { readonly client: OdooClient; readonly module: ExternalModule },
  documents: readonly Document[],
  days: ReadonlyMap<string, DayRecord>,
): Promise<Map<DocumentKey, DocumentInOdoo>> {
  const ofDays = new Map<string, { key: DocumentKey; reference: string }>();
  for (const { key } of documents) {
    const day = days.get(key);
    if (day) ofDays.set(day.key, named(day));
  }
  const single = documents.filter(({ key }) => !days.has(key));
  const read = await readDocuments(
    odoo,
    [...single, ...ofDays.values()].map((document) => ({ document })),
  );
  const standing = new Map<DocumentKey, DocumentInOdoo>();
  for (const { key } of documents) {
    const day = days.get(key);
    const inOdoo = read.get(day ? documentKey(day.key) : key);
    if (inOdoo) standing.set(key, inOdoo);
  }
  return standing;
}

function named({ key, slot, number }: DayRecord) {
  return { key: documentKey(key), reference: dayReference(slot, number) };
}
