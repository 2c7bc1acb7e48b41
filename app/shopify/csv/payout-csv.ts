import type { BalanceTransaction } from '../../accounting/balance-transaction';
import type { CalendarDate } from '../../accounting/calendar-date';
import type { Currency } from '../../accounting/currency';
import type { PayoutId } from '../../accounting/ids';
import type { Money } from '../../accounting/money';
import type { PayoutStatus } from '../../accounting/payout';

/** A payout as its rows tell it. */
export interface CsvPayout {
  readonly id: PayoutId;
  readonly issuedOn?: CalendarDate;
  readonly status: PayoutStatus;
  readonly currency: Currency;
  /** What the export's own payout row says, where there is one; else Σ net of the rows. */
  readonly net: Money;
  /** The payout's own row is left out: it is the payout. */
  readonly transactions: readonly BalanceTransaction[];
  /** For each transaction, its row as the file has it, by column. */
  readonly raw: readonly Readonly<Record<string, string>>[];
}

/** Something that a person should know, and that stops nothing. */
export interface CsvWarning {
  readonly reason: 'encoding-guessed' | 'payout-id-made' | 'status-unknown' | 'status-mixed';
  readonly line?: number;
  readonly facts: Readonly<Record<string, string>>;
}

export interface PayoutCsv {
  readonly payouts: readonly CsvPayout[];
  /** Rows that no payout holds yet. */
  readonly pending: readonly BalanceTransaction[];
  readonly warnings: readonly CsvWarning[];
}
