/** What kind of counterpart a balance transaction has. `open-item` kinds pay a document; the others go to a mapped account. */
export type TransactionFamily =
  | 'charge'
  | 'refund'
  | 'dispute'
  | 'reserve'
  | 'financing'
  | 'shipping-and-duty'
  | 'credit'
  | 'fee'
  | 'adjustment'
  | 'transfer'
  | 'unknown';

/** First match wins; the patterns cover all 113 types of the Admin API 2026-07 (a test holds them to its schema). */
const patterns: readonly (readonly [RegExp, TransactionFamily])[] = [
  [/^CHARGE$/, 'charge'],
  [/^REFUND(_FAILURE)?$/, 'refund'],
  [/^(DISPUTE_|CHARGEBACK_|RISK_)/, 'dispute'],
  [/^RESERVED_FUNDS/, 'reserve'],
  [/^(ADVANCE|LENDING_|BILLING_DEBIT|COLLECTIONS_)/, 'financing'],
  [/^(SHIPPING_|CUSTOMS_DUTY|IMPORT_TAX|TAX_ADJUSTMENT_|VAT_REFUND_|REFERRAL_FEE_TAX)/, 'shipping-and-duty'],
  [/^(ACH_BANK_FAILURE_|STRIPE_FEE|APPLICATION_FEE_|REFERRAL_FEE)/, 'fee'],
  [/^TRANSFER/, 'transfer'],
  [/^(ADJUSTMENT|CHARGE_ADJUSTMENT|REFUND_ADJUSTMENT|ANOMALY_|BALANCE_TRANSFER_)/, 'adjustment'],
  [
    /^(ADS_PUBLISHER|CHANNEL_|MARKETPLACE_FEE|MARKETS_PRO|MERCHANT_|PROMOTION_|SELLER_PROTECTION|SHOPIFY_|SHOP_CASH_)/,
    'credit',
  ],
];

/** The family of a balance transaction type; `unknown` for a word that no rule knows. Never throws. */
export function transactionFamily(type: string): TransactionFamily {
  return patterns.find(([pattern]) => pattern.test(type))?.[1] ?? 'unknown';
}

/** A payout's own negative movement: it is the payout, not part of what it holds. */
export function isPayoutItself(type: string): boolean {
  return type === 'TRANSFER';
}

/** A payment of an order or its refund: the kinds that settle documents. */
export function isOrderPayment({ type }: { readonly type: string }): boolean {
  const family = transactionFamily(type);
  return family === 'charge' || family === 'refund';
}
