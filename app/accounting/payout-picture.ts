import type { BalanceTransaction } from './balance-transaction';
import type { Books } from './books';
import type { Document } from './document';
import type { Payout } from './payout';
import type { MatchContext } from './match-transaction';

/** All that is known of a payout before anything is posted; what the checks look at. */
export interface PayoutPicture {
  readonly payout: Payout;
  /** As Shopify listed them, the payout's own transfer left out. */
  readonly transactions: readonly BalanceTransaction[];
  readonly books: Books;
  /** Documents of the orders behind the transactions that do not stand in Odoo yet. */
  readonly documents: readonly Document[];
  readonly match: MatchContext;
  /** Keys of statement lines that stand in Odoo already: their period may be closed by now. */
  readonly posted?: ReadonlySet<string>;
}
