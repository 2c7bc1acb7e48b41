import type { CalendarDate } from './calendar-date';
import type { PayoutId } from './ids';
import type { Money } from './money';

/** What Shopify says of a payout. IN_TRANSIT is Shopify's deprecated word for SCHEDULED on its way. */
export type PayoutStatus = 'scheduled' | 'in-transit' | 'paid' | 'failed' | 'canceled';

export interface Payout {
  readonly id: PayoutId;
  /** The day Shopify issued it, in the shop's time zone. */
  readonly issuedOn: CalendarDate;
  readonly status: PayoutStatus;
  /** What reaches the bank: positive for a deposit, negative when Shopify takes money from the bank. */
  readonly net: Money;
  /** The text the bank is expected to show, where Shopify says it. */
  readonly bankReference?: string;
}
