declare const idBrand: unique symbol;

type Id<Name extends string> = string & { readonly [idBrand]: Name };

/** Shopify's own numbers (the tail of a gid), as strings: they pass 2^53. */
export type PayoutId = Id<'payout'>;
export type BalanceTransactionId = Id<'balance transaction'>;
export type OrderId = Id<'order'>;
export type OrderTransactionId = Id<'order transaction'>;
export type AgreementId = Id<'agreement'>;
export type SaleId = Id<'sale'>;
export type RefundId = Id<'refund'>;

/** The stable name of a document, from Shopify's ids; it becomes the document's external id in Odoo. */
export type DocumentKey = Id<'document'>;

export const payoutId = (text: string) => text as PayoutId;
export const balanceTransactionId = (text: string) => text as BalanceTransactionId;
export const orderId = (text: string) => text as OrderId;
export const orderTransactionId = (text: string) => text as OrderTransactionId;
export const agreementId = (text: string) => text as AgreementId;
export const saleId = (text: string) => text as SaleId;
export const refundId = (text: string) => text as RefundId;
export const documentKey = (text: string) => text as DocumentKey;
