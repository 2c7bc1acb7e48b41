import type { Account } from './books';
import type { DocumentKey } from './ids';
import type { Money } from './money';

/** An unpaid journal item that a statement line can settle: of a document of ours, or one found in Odoo. */
export interface OpenItem {
  /** Ours: the document's key. Found in Odoo: `odoo_<journal item id>`. */
  readonly key: string;
  readonly document?: DocumentKey;
  /** Odoo's number of the journal item, once it is known. */
  readonly itemId?: number;
  readonly account: Account;
  /** Reads as a reference: the invoice's number or the order's name. */
  readonly name: string;
}

/**
 * What stands against the gross of a balance transaction. `gross` is its share in the payout's currency with the
 * transaction's sign (a charge positive, a refund negative); the shares of a transaction sum to its gross.
 */
export type Counterpart =
  | {
      readonly kind: 'open-item';
      readonly item: OpenItem;
      readonly gross: Money;
      /** The same share in the document's currency, same sign. */
      readonly amount: Money;
    }
  | { readonly kind: 'account'; readonly account: Account; readonly gross: Money }
  /** What a conversion between the customer's and the payout's currency brought or cost, from two figures of Shopify's. */
  | { readonly kind: 'exchange'; readonly account: Account; readonly gross: Money };
