import type { DocumentBooks } from '../../accounting/books';
import type { Finding } from '../../accounting/finding';
import type { OdooClient } from '../client/odoo-client';
import type { DocumentBookMappings } from './book-mappings';
import { documentPart, openBooks, withTaxes } from './open-books';

export interface DocumentBooksRead {
  /** Absent while a mapping that every order needs is missing or broken. */
  readonly books?: DocumentBooks;
  readonly findings: readonly Finding[];
}

/**
 * Resolves the mappings that documents and payments of orders need; no clearing journal is asked for. At most six calls,
 * however many mappings.
 */
export async function readDocumentBooks(
  client: OdooClient,
  mappings: DocumentBookMappings,
): Promise<DocumentBooksRead> {
  const opened = await openBooks(client, mappings);
  const { findings } = opened;
  const part = await documentPart(client, mappings, opened);
  if (!part) return { findings };
  const books = await withTaxes(client, mappings, part, findings);
  return { books, findings };
}
