/** What most shops meet sooner or later: it stands there to be mapped before the first one comes. */

export const usualTypes = [
  'DISPUTE_WITHDRAWAL',
  'DISPUTE_REVERSAL',
  'RESERVED_FUNDS',
  'RESERVED_FUNDS_WITHDRAWAL',
  'RESERVED_FUNDS_REVERSAL',
  'ADJUSTMENT',
  'SHIPPING_LABEL',
];

/** Lines that are no ordinary products, in the order of a document. */
export const lineRoles = [
  'shipping',
  'discount',
  'tip',
  'duty',
  'fee',
  'additional-fee',
  'gift-card',
  'adjustment',
  'channel-tax',
];

/** Shopify's own names of what needs no app, and those of the best-known apps. */
export const usualGateways = [
  'manual',
  'Bank Deposit',
  'Cash on Delivery (COD)',
  'cash',
  'gift_card',
  'shopify_store_credit',
  'paypal',
  'Klarna',
  'Mollie - iDEAL',
  'Mollie - Bancontact',
];

/** Shopify's templates of payment terms, by the name that orders carry. */
export const usualTerms = [
  'Due on receipt',
  'Due on fulfillment',
  'Net 7',
  'Net 15',
  'Net 30',
  'Net 45',
  'Net 60',
  'Net 90',
];

export const fiscalSituations = ['domestic', 'eu-company', 'eu-consumer', 'outside-eu'];
