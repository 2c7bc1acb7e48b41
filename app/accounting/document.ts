import type { Instant } from './calendar-date';
import type { Currency } from './currency';
import type { AgreementId, DocumentKey, OrderId, RefundId, SaleId } from './ids';
import type { Money } from './money';
import type { Buyer, PaymentTerms, SaleLineType, SoldItem } from './order';
import type { TaxKey } from './tax-key';

export type DocumentKind = 'invoice' | 'credit-note';

/**
 * What a line is about; each has an account of its own where the merchant mapped one. `discount` stands on documents that
 * show discounts as lines, `channel-tax` for tax that Shopify collects and pays itself.
 */
export type DocumentRole = Exclude<SaleLineType, 'unknown'> | 'discount' | 'channel-tax';

export interface DocumentTax {
  readonly key: TaxKey;
  readonly amount: Money;
}

/**
 * One line, in the document's own sense: what a credit note gives back is positive on it. `total` = `untaxed` + Σ taxes,
 * to the cent, as Shopify said it.
 */
export interface DocumentLine {
  readonly sale: SaleId;
  readonly role: DocumentRole;
  readonly label: string;
  readonly sku?: string;
  readonly item?: SoldItem;
  /** At least 1. */
  readonly quantity: bigint;
  readonly untaxed: Money;
  readonly total: Money;
  /**
   * A supply without tax carries the key "no tax" with 0. Empty on what is no supply at all, and so is in no box of a VAT
   * return: a gift card sold, a tip or an adjustment without tax, tax that Shopify pays itself.
   */
  readonly taxes: readonly DocumentTax[];
  /** On a day's document: how many lines of orders this one sums, each of which was rounded by itself. */
  readonly summed?: bigint;
}

/** One agreement of an order as an invoice or a credit note. It is never edited after it was posted. */
export interface Document {
  readonly key: DocumentKey;
  readonly kind: DocumentKind;
  readonly order: { readonly id: OrderId; readonly name: string };
  readonly agreement: AgreementId;
  readonly refund?: RefundId;
  /** What a person reads as its reference: "#1001", its first edit "#1001-E1", its first credit note "#1001-R1". */
  readonly reference: string;
  readonly happenedAt: Instant;
  readonly buyer: Buyer;
  /** The customer's own number of the purchase (B2B). */
  readonly poNumber?: string;
  /** Only on invoices of orders with payment terms. */
  readonly paymentTerms?: PaymentTerms;
  readonly currency: Currency;
  readonly taxesIncluded: boolean;
  readonly lines: readonly DocumentLine[];
  /** Where discounts are lines of their own: the lines without that, which are the same whatever the merchant chose. */
  readonly netLines?: readonly DocumentLine[];
  readonly untaxed: Money;
  readonly tax: Money;
  readonly total: Money;
}

/** Base and tax of one document under one key. */
export interface TaxTotal {
  readonly base: Money;
  readonly amount: Money;
}
