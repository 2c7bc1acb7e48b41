import type { Instant } from './calendar-date';
import type { BalanceTransactionId, OrderId, OrderTransactionId, PayoutId } from './ids';
import type { Money } from './money';

/** One movement of the balance that Shopify holds for the merchant. Signs are the merchant's: a charge is positive. */
export interface BalanceTransaction {
  readonly id: BalanceTransactionId;
  /** Shopify's word (`CHARGE`, `DISPUTE_WITHDRAWAL` …), also one that this version does not know. */
  readonly type: string;
  readonly occurredAt: Instant;
  /** Gross. */
  readonly amount: Money;
  /** Positive when Shopify keeps it; negative when it gives a fee back. */
  readonly fee: Money;
  /** The VAT inside `fee`, where Shopify says it (the VAT column of European exports). */
  readonly feeVat?: Money;
  /** What reaches the balance: amount − fee in every row that was ever seen; a check holds it to that. */
  readonly net: Money;
  readonly test: boolean;
  readonly payout?: PayoutId;
  readonly order?: { readonly id?: OrderId; readonly name: string };
  readonly orderTransaction?: OrderTransactionId;
  readonly adjustmentReason?: string;
}
