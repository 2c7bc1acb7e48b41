import type { BalanceTransaction } from './balance-transaction';
import type { Account } from './books';
import type { CalendarDate } from './calendar-date';
import type { OpenItem } from './counterpart';
import type { Money } from './money';

/** One journal item of a statement line. `balance` is in the payout's currency: debit positive, credit negative. */
export interface SettlementItem {
  /** Tells the items of one line apart, and is the same in every run; the tail of the item's external id. */
  readonly part: string;
  readonly account: Account;
  readonly balance: Money;
  readonly label: string;
  /** The open item that this one settles, and by how much in that item's own currency (same sign as `balance`). */
  readonly settles?: { readonly item: OpenItem; readonly amount: Money };
}

/** One statement line in the clearing journal: a balance transaction, or the payout's own transfer. */
export interface StatementLine {
  /** Stable, from Shopify's id: `bt_4309183`, `po_148156579998`. */
  readonly key: string;
  readonly kind: 'transaction' | 'transfer';
  readonly date: CalendarDate;
  readonly label: string;
  /** The net: what the clearing account gains. */
  readonly amount: Money;
  readonly items: readonly SettlementItem[];
  readonly transaction?: BalanceTransaction;
}
