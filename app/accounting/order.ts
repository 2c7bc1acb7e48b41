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
  /**
   * What discounts took off it, signed like `total`: before and after taxes (as Shopify gives both). Absent where there
   * is none, or Shopify does not say.
   */
  readonly discount?: { readonly beforeTaxes: Money; readonly afterTaxes: Money };
  /** The line of the order that it is of; absent for tips, duties and whatever has none. */
  readonly item?: SoldItem;
}

/** What identifies a sold thing in Shopify's catalogue. All are absent for a custom line. */
export interface SoldItem {
  readonly lineItemId: string;
  readonly productId?: string;
  readonly variantId?: string;
  readonly barcode?: string;
  /** Shopify's `requiresShipping`: false for a service or a download. */
  readonly shipped?: boolean;
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
  /** Shopify's word, lower case: success, pending, failure, error, awaiting_response, unknown. */
  readonly status?: string;
  /** Shopify's name of the payment method: "shopify_payments", "manual", "gift_card", "Cash on Delivery (COD)" … */
  readonly gateway: string;
  /** What a person calls it: "Cash on Delivery (COD)". */
  readonly gatewayTitle?: string;
  readonly processedAt: Instant;
  /** In the order's document currency; always positive, the kind gives the direction. */
  readonly amount: Money;
  /** What rounding to a coin changed in cash paid or given back, signed: −0.02 where the customer paid 9.95 for 9.97. */
  readonly rounding?: Money;
  /** VAT inside or on top of the fee, as the transaction's fees say; see fee-vat.ts. */
  readonly fees: readonly { readonly amount: Money; readonly tax: Money }[];
  /** Shopify gives parts of a minor unit in them: `fees` is empty, and what VAT they hold is not known. */
  readonly feesUnclear?: true;
  readonly refund?: RefundId;
}

export interface Address {
  readonly name?: string;
  readonly phone?: string;
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
  /** The company's name where it is a company, else the person's. */
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
  readonly vat?: string;
  readonly isCompany: boolean;
  readonly billing?: Address;
  readonly delivery?: Address;
  /** B2B: the company, its location that ordered, and the person who did. */
  readonly company?: {
    readonly id: string;
    readonly name: string;
    readonly location?: { readonly id: string; readonly name: string };
    readonly contactName?: string;
  };
  /** The customer's language as Shopify has it: "nl", "de-DE". */
  readonly locale?: string;
}

export const financialStatuses = [
  'pending',
  'authorized',
  'partially-paid',
  'paid',
  'partially-refunded',
  'refunded',
  'voided',
  'expired',
] as const;
export type FinancialStatus = (typeof financialStatuses)[number];

/** B2B: what was agreed about paying. */
export interface PaymentTerms {
  /** Shopify's name: "Net 30", "Due on receipt", "Fixed". */
  readonly name: string;
  /** When the (first) payment is due; absent while Shopify has not fixed it (due on fulfilment). */
  readonly dueAt?: Instant;
}

/** Shopify's own figures of the whole order, for checking against; in the order's currency. Absent where not read. */
export interface OrderTotals {
  /** As ordered, before any edit, return or refund. */
  readonly original?: Money;
  readonly originalTax?: Money;
  /** After edits, returns and refunds. */
  readonly current?: Money;
  readonly currentTax?: Money;
  /** Received − refunded. */
  readonly netPayment?: Money;
  readonly received?: Money;
  readonly refunded?: Money;
  readonly outstanding?: Money;
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
  /** Absent where Shopify gives a word that this version does not know; then it is treated like "pending". */
  readonly financialStatus?: FinancialStatus;
  readonly processedAt?: Instant;
  readonly updatedAt?: Instant;
  readonly poNumber?: string;
  readonly paymentTerms?: PaymentTerms;
  readonly totals?: OrderTotals;
  readonly agreements: readonly Agreement[];
  readonly transactions: readonly OrderTransaction[];
}
