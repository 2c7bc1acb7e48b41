import type { DocumentBooks } from '../../accounting/books';
import type { Document, DocumentLine } from '../../accounting/document';
import type { Finding } from '../../accounting/finding';
import type { DocumentKey } from '../../accounting/ids';
import type { OdooClient } from '../client/odoo-client';
import type { ExternalModule } from '../loading/external-names';
import type { FoundProduct } from '../products/read-products';

/** How documents show in Odoo; none of it touches an amount. */
export interface DocumentPresentation {
  /** What a sale is in Odoo. What is given back is a credit note either way: Odoo has no receipt for that. */
  readonly kind: 'invoice' | 'receipt';
  /** `crm.team`; left out where this Odoo's documents know no team. */
  readonly teamId?: number;
  /** Together they are one key: one account of each plan. Empty: no analytic distribution. */
  readonly analyticAccountIds: readonly number[];
  /** `account.fiscal.position`; undefined: Odoo chooses. Taxes and accounts are named on each line and stay. */
  readonly fiscalPositionOf?: (document: Document) => number | undefined;
  /** The words on a line; without it, `labelOf` in the customer's language. */
  readonly labels?: (line: DocumentLine, locale: string | undefined) => string;
}

export const plainPresentation: DocumentPresentation = { kind: 'invoice', analyticAccountIds: [] };

/** What making documents in Odoo needs throughout. */
export interface DocumentsContext {
  readonly client: OdooClient;
  readonly module: ExternalModule;
  readonly books: DocumentBooks;
  /** From `matchProducts`. */
  readonly productOf: (line: DocumentLine) => FoundProduct | undefined;
  /** Why documents may not be made, from `matchProducts`; those that stand posted already are read all the same. */
  readonly problems?: ReadonlyMap<DocumentKey, readonly Finding[]>;
  readonly presentation?: DocumentPresentation;
  readonly onProgress?: (done: number, total: number) => void;
}
