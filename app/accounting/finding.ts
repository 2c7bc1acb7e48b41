import type { Money } from './money';

/** Every way in which books may fail to add up. Each has a tested example and, in every language, a title and a next step. */
export const findingKinds = [
  // the payout and its transactions, as Shopify says them
  'payout-not-final',
  'payout-empty',
  'sum-differs',
  'net-differs',
  'currency-differs',
  'transaction-of-other-payout',
  'transaction-twice',
  'test-transaction',
  // what is needed to book them
  'type-unmapped',
  'type-unknown',
  'tax-unmapped',
  'role-unmapped',
  'mapping-missing',
  'mapping-broken',
  'fee-vat-unclear',
  // orders and documents
  'order-missing',
  'order-unreadable',
  'sale-kind-unknown',
  'sale-tax-differs',
  'document-not-exact',
  'day-open',
  'charge-without-transaction',
  'payment-exceeds-documents',
  'invoice-not-found',
  'invoice-ambiguous',
  'open-item-short',
  // orders by themselves
  'order-total-differs',
  'cancelled-not-reversed',
  'paid-at-other-rate',
  'refund-failed',
  'payment-open',
  'gateway-unmapped',
  'sku-ambiguous',
  'product-unmatched',
  'customer-ambiguous',
  'vat-number-refused',
  // Odoo
  'period-locked',
  'input-changed',
  'line-differs',
  'entry-rejected',
  'rights-missing',
  'odoo-unreachable',
  'odoo-key-refused',
  'odoo-unexpected',
  // Shopify
  'payouts-denied',
  'payments-not-active',
  'shopify-unreachable',
  'history-not-read',
  // Klopt itself
  'unexpected-error',
] as const;

export type FindingKind = (typeof findingKinds)[number];

/** `blocks`: nothing of the payout (or of the order) is posted. `notice`: shown, and does not stop it. */
export type Severity = 'blocks' | 'notice';

export type FindingObjectType =
  | 'payout'
  | 'balance transaction'
  | 'order'
  | 'customer'
  | 'document'
  | 'mapping'
  | 'connection'
  | 'statement line';

/** Where a person goes to resolve it. */
export type Remedy =
  | {
      readonly page: 'mappings';
      readonly section: 'taxes' | 'types' | 'gateways' | 'accounts' | 'lines' | 'products' | 'customers';
      readonly key?: string;
    }
  | { readonly page: 'connection' }
  | { readonly page: 'payout' }
  | { readonly page: 'shopify-order'; readonly id: string }
  | { readonly page: 'shopify-payouts' }
  | { readonly page: 'odoo-record'; readonly model: string; readonly id: number }
  | { readonly page: 'none' };

/** What cannot be matched, named: what, how much, why, and what to do about it. The words are the reader's language's. */
export interface Finding {
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly object: { readonly type: FindingObjectType; readonly id: string; readonly name: string };
  readonly expected?: Money;
  readonly actual?: Money;
  /** actual − expected. */
  readonly residual?: Money;
  /** Further words that the sentence needs (names, dates, types), never secrets. */
  readonly facts: Readonly<Record<string, string>>;
  readonly remedy: Remedy;
}

export function blocks(finding: Finding): boolean {
  return finding.severity === 'blocks';
}

const forPerson = new Set<FindingKind>([
  'gateway-unmapped',
  'payment-open',
  'refund-failed',
  'cancelled-not-reversed',
  'paid-at-other-rate',
  'order-total-differs',
]);

/** Of an order: its documents stand, and something about it does not, which only a person can see to. */
export function wantsPerson({ kind }: Pick<Finding, 'kind'>): boolean {
  return forPerson.has(kind);
}
