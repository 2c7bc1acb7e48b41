import type { Instant } from './calendar-date';
import type { Currency } from './currency';
import type { AgreementId, OrderId, OrderTransactionId, RefundId, SaleId } from './ids';
import type { Money } from './money';

export type SaleLineType =
  'product' | 'shipping' | 'gift-card' | 'tip' | 'duty' | 'fee' | 'additional-fee' | 'adjustment' | 'unknown';

/** One tax on one sale. `rate` is a plain decimal percentage without trailing zeros: "21", "5.5". */
export interface SaleTax {
  readonly title: string;
  readonly rate: string;
  readonly amount: Money;
  /** Shopify (a marketplace) pays this tax itself; undefined where Shopify does not say. */
  readonly channelLiable?: boolean;
}

/** One immutable allocation of the order's ledger. Amounts and quantity are negative for what is taken back. */
export interface Sale {
  readonly id: SaleId;
  readonly lineType: SaleLineType;
  /** Shopify's own word, kept for kinds that are not known. */
  readonly rawLineType: string;
  readonly quantity?: bigint;
  /** After taxes and discounts. */
  readonly total: Money;
  readonly tax: Money;
  readonly taxes: readonly SaleTax[];
  readonly label: string;
  readonly sku?: string;
}

export type AgreementKind = 'order' | 'edit' | 'refund' | 'return' | 'unknown';

/** An entry of Shopify's append-only ledger of an order. */
export interface Agreement {
  readonly id: AgreementId;
  readonly kind: AgreementKind;
  readonly happenedAt: Instant;
  readonly refund?: RefundId;
  readonly sales: readonly Sale[];
}

export type OrderTransactionKind =
  'sale' | 'authorization' | 'capture' | 'refund' | 'void' | 'change' | 'other';

export interface OrderTransaction {
  readonly id: OrderTransactionId;
  readonly kind: OrderTransactionKind;
  readonly succeeded: boolean;
  readonly gateway: string;
  readonly processedAt: Instant;
  /** In the order's document currency; always positive, the kind gives the direction. */
  readonly amount: Money;
  /** VAT inside or on top of the fee, as the transaction's fees say; see fee-vat.ts. */
  readonly fees: readonly { readonly amount: Money; readonly tax: Money }[];
  readonly refund?: RefundId;
}

export interface Address {
  readonly name?: string;
  readonly company?: string;
  readonly street?: string;
  readonly street2?: string;
  readonly zip?: string;
  readonly city?: string;
  readonly province?: string;
  /** ISO 3166 alpha-2. */
  readonly country?: string;
}

export interface Buyer {
  /** Shopify's customer number; absent for a guest. */
  readonly id?: string;
  readonly name: string;
  readonly email?: string;
  readonly vat?: string;
  readonly isCompany: boolean;
  readonly billing?: Address;
}

export interface Order {
  readonly id: OrderId;
  readonly name: string;
  readonly test: boolean;
  readonly createdAt: Instant;
  readonly cancelledAt?: Instant;
  /** Currency of every amount below: the shop's, or the customer's when the merchant chose that. */
  readonly currency: Currency;
  /** What the customer saw and paid in. */
  readonly presentmentCurrency: Currency;
  readonly taxesIncluded: boolean;
  /** Where its taxes belong: shipping, else billing country; absent when neither is known. */
  readonly taxCountry?: string;
  readonly taxProvince?: string;
  readonly buyer: Buyer;
  readonly agreements: readonly Agreement[];
  readonly transactions: readonly OrderTransaction[];
}
