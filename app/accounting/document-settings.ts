import type { CalendarDate } from './calendar-date';

/** What the merchant chose about how orders become documents; needed to make them, before Odoo is asked anything. */
export interface DocumentSettings {
  /** `net`: lines show the price that was paid. `lines`: full prices, and discounts as lines of their own, one a tax. */
  readonly discounts: 'net' | 'lines';
  /** Put before the order's number in what a person reads: "EU-" makes "EU-#1001". */
  readonly prefix: string;
  /** Agreements of earlier days (in the shop's time zone) are in the books already, by other means. */
  readonly since?: CalendarDate;
  /** Documents (by key) that Klopt made itself: never earlier, wherever the start date was moved to since. */
  readonly brought?: ReadonlySet<string>;
  readonly timeZone: string;
}

export const plainSettings: DocumentSettings = { discounts: 'net', prefix: '', timeZone: 'UTC' };
