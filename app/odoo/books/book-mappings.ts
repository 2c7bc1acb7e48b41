import type { LineRole } from '../../accounting/books';
import type { Currency } from '../../accounting/currency';
import type { TaxKey } from '../../accounting/tax-key';

/** What a merchant has chosen, as Odoo's numbers. */
export interface BookMappings {
  readonly timeZone: string;
  readonly payoutCurrency: Currency;
  /** The bank journal whose account is the clearing account. */
  readonly clearingJournalId?: number;
  readonly feeAccountId?: number;
  readonly feeVatAccountId?: number;
  /** Without it, the company's own transfer account. */
  readonly transferAccountId?: number;
  /** Without it, the company's first sales journal. */
  readonly salesJournalId?: number;
  /** Without it, the sales journal's default account. */
  readonly salesAccountId?: number;
  readonly exchangeAccountId?: number;
  readonly chargeWithoutDocumentId?: number;
  /** By balance transaction type. */
  readonly typeAccountIds: Readonly<Record<string, number>>;
  readonly roleAccountIds: Readonly<Partial<Record<LineRole, number>>>;
  readonly taxIds: Readonly<Record<TaxKey, number>>;
  readonly postOnFirstOpenDay: boolean;
}
