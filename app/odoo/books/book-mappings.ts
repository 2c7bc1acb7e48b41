import type { LineRole } from '../../accounting/books';
import type { Currency } from '../../accounting/currency';
import type { TaxKey } from '../../accounting/tax-key';

/** What a merchant has chosen for documents and payments of orders, as Odoo's numbers. */
export interface DocumentBookMappings {
  readonly timeZone: string;
  /** Without it, the company's first sales journal. */
  readonly salesJournalId?: number;
  /** Without it, the sales journal's default account. */
  readonly salesAccountId?: number;
  /** Where it goes that a till rounded to a coin. */
  readonly cashRoundingId?: number;
  readonly roleAccountIds: Readonly<Partial<Record<LineRole, number>>>;
  readonly taxIds: Readonly<Record<TaxKey, number>>;
  readonly postOnFirstOpenDay: boolean;
}

/** The same with what payouts need besides. */
export interface BookMappings extends DocumentBookMappings {
  readonly payoutCurrency: Currency;
  /** The bank journal whose account is the clearing account. */
  readonly clearingJournalId?: number;
  readonly feeAccountId?: number;
  readonly feeVatAccountId?: number;
  /** Without it, the company's own transfer account. */
  readonly transferAccountId?: number;
  readonly exchangeAccountId?: number;
  readonly chargeWithoutDocumentId?: number;
  /** By balance transaction type. */
  readonly typeAccountIds: Readonly<Record<string, number>>;
}
