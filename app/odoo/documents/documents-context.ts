import type { DocumentBooks } from '../../accounting/books';
import type { OdooClient } from '../client/odoo-client';
import type { ExternalModule } from '../loading/external-names';
import type { FoundProduct } from '../partners/find-products';

/** What making documents in Odoo needs throughout. */
export interface DocumentsContext {
  readonly client: OdooClient;
  readonly module: ExternalModule;
  readonly books: DocumentBooks;
  /** By `skuKey`, from `findProducts`. */
  readonly products: ReadonlyMap<string, FoundProduct>;
  readonly onProgress?: (done: number, total: number) => void;
}
