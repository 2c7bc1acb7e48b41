/** What a merchant maps. A target is a record of Odoo, or for 'setting' and 'gateway-register' a plain value. */
export const mappingKinds = [
  'tax',
  'account',
  'type',
  'line',
  /** By role, as 'line': the product that stands on such lines, for who books by products. */
  'line-product',
  /** By Shopify's name of the gateway: the journal where its payments are registered. */
  'gateway',
  /** The same: the account on which the money waits or from which it comes (a gift card's liability). */
  'gateway-account',
  /** The same: 'yes' or 'no', whether its payments are registered at all. */
  'gateway-register',
  'clearing-journal',
  'sales-journal',
  /** By `variantKey`: the product in Odoo, chosen by hand. */
  'product',
  /** Key 'generic': the product for whatever has none. */
  'generic-product',
  /** Key 'new': the category of products that Klopt makes. */
  'product-category',
  /** By Shopify's name of the payment terms ("Net 30"). */
  'payment-term',
  /** By situation: 'domestic', 'eu-company', 'eu-consumer', 'outside-eu'. */
  'fiscal-position',
  /** Key 'documents'. */
  'team',
  /** Keys 'documents', 'documents-2', 'documents-3': one analytic account of each plan. */
  'analytic',
  'setting',
] as const;
export type MappingKind = (typeof mappingKinds)[number];
