import type { Instant } from './calendar-date';
import type { Currency } from './currency';
import type { AgreementId, DocumentKey, OrderId, RefundId, SaleId } from './ids';
import type { Money } from './money';
import type { Buyer, SaleLineType } from './order';
import type { TaxKey } from './tax-key';

export type DocumentKind = 'invoice' | 'credit-note';

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
  readonly role: Exclude<SaleLineType, 'unknown'>;
  readonly label: string;
  readonly sku?: string;
  /** At least 1. */
  readonly quantity: bigint;
  readonly untaxed: Money;
  readonly total: Money;
  /** Never empty: a sale without tax carries the key "no tax" with 0. */
  readonly taxes: readonly DocumentTax[];
}

/** One agreement of an order as an invoice or a credit note. It is never edited after it was posted. */
export interface Document {
  readonly key: DocumentKey;
  readonly kind: DocumentKind;
  readonly order: { readonly id: OrderId; readonly name: string };
  readonly agreement: AgreementId;
  readonly refund?: RefundId;
  /** What a person reads as its reference: "#1001", "#1001-R1". */
  readonly reference: string;
  readonly happenedAt: Instant;
  readonly buyer: Buyer;
  readonly currency: Currency;
  readonly taxesIncluded: boolean;
  readonly lines: readonly DocumentLine[];
  readonly untaxed: Money;
  readonly tax: Money;
  readonly total: Money;
}

/** Base and tax of one document under one key. */
export interface TaxTotal {
  readonly base: Money;
  readonly amount: Money;
}
