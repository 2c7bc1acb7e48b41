import type { Currency } from './currency';
import type { DocumentLine } from './document';
import type { LockDates } from './lock-dates';
import type { Money } from './money';
import { keysToTry, type TaxKey } from './tax-key';

/** An account of the chart, as Odoo knows it. */
export interface Account {
  readonly id: number;
  readonly code: string;
  readonly name: string;
}

export interface Journal {
  readonly id: number;
  readonly code: string;
  readonly name: string;
}

/** The tax in Odoo that a Shopify tax is mapped to. */
export interface BookedTax {
  readonly id: number;
  readonly name: string;
  /** Decimal percentage: "21". */
  readonly rate: string;
  readonly priceIncluded: boolean;
  /** Where Odoo puts the tax of an invoice and of a credit note; absent for a tax of 0 that has no item. */
  readonly invoiceAccount?: Account;
  readonly refundAccount?: Account;
}

export type LineRole = DocumentLine['role'];

/** What documents and payments of orders need of the merchant's mappings, resolved to Odoo's records. */
export interface DocumentBooks {
  readonly companyCurrency: Currency;
  /** IANA name of the shop's time zone; it decides the day, and so the month, of every line. */
  readonly timeZone: string;
  readonly salesJournal: Journal;
  readonly salesAccount: Account;
  readonly receivable: Account;
  /** Where it goes that a till rounded to a coin. */
  readonly cashRounding?: Account;
  readonly taxes: ReadonlyMap<TaxKey, BookedTax>;
  /** Accounts for lines that are no product or shipping; product and shipping fall back on the sales account. */
  readonly roles: ReadonlyMap<LineRole, Account>;
  readonly lockDates: LockDates;
  /** The merchant has said that what falls in a closed period goes to the first open day. */
  readonly postOnFirstOpenDay: boolean;
}

/** All that is needed to know the entries of a payout before they are made. */
export interface Books extends DocumentBooks {
  /** The bank journal of this source and currency, and its account: what Shopify holds for the merchant. */
  readonly clearing: { readonly journal: Journal; readonly account: Account; readonly currency: Currency };
  readonly feeAccount: Account;
  readonly feeVatAccount?: Account;
  readonly transferAccount: Account;
  readonly exchangeAccount?: Account;
  readonly chargeWithoutDocument?: Account;
  readonly types: ReadonlyMap<string, Account>;
}

/** One company-currency value of an amount in another currency, at the rate Odoo uses on a day. */
export type Convert = (amount: Money) => Money;

/**
 * The tax in Odoo for one of Shopify's. Shipping without a mapping of its own is taxed as the goods are; a company's
 * purchase without tax, as anybody's to that country.
 */
export function bookedTax({ taxes }: Pick<DocumentBooks, 'taxes'>, key: TaxKey): BookedTax | undefined {
  for (const candidate of keysToTry(key)) {
    const tax = taxes.get(candidate);
    if (tax) return tax;
  }
  return undefined;
}
