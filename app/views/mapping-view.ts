import type { MappingKind } from './mapping-kinds';
import type { FindingView } from './payout-view';
import type { SettingsView } from './settings';

/** A record of Odoo to choose in a select. */
export interface Choice {
  readonly id: number;
  readonly label: string;
  /** The second line: type of account, rate of the tax … */
  readonly detail: string | null;
}

export const choiceKinds = [
  'account',
  'sale-tax-included',
  'sale-tax-excluded',
  'sale-tax',
  'bank-journal',
  'sale-journal',
  /** Of a journal where payments are registered: bank, cash or general. */
  'payment-journal',
  /** On which payments wait, or from which they come: a gift card's liability. */
  'payment-account',
  'product',
  'product-category',
  'payment-term',
  'fiscal-position',
  'team',
  'analytic',
] as const;
export type ChoiceKind = (typeof choiceKinds)[number];

export interface TaxMappingRow {
  /** The tax key, e.g. `NL|VAT|21|included`. */
  readonly key: string;
  readonly country: string;
  readonly title: string;
  readonly rate: string;
  readonly included: boolean;
  readonly target: Choice | null;
  /** What serves while it has none of its own: the goods' tax for shipping, anybody's for a company. */
  readonly instead: { readonly key: string; readonly target: Choice } | null;
  /** Documents of payouts that wait for it. */
  readonly seen: number;
  /** Orders that wait for it. */
  readonly orders: number;
  readonly problem: FindingView | null;
}

export interface AccountMappingRow {
  /** `fee`, `fee-vat`, `exchange`, `charge-without-document`, a balance transaction type, a line role, a gateway. */
  readonly key: string;
  readonly target: Choice | null;
  readonly required: boolean;
  readonly seen: number;
  readonly problem: FindingView | null;
}

export interface GatewayMappingRow {
  /** Shopify's name of it: "manual", "gift_card", "Cash on Delivery (COD)". */
  readonly key: string;
  /** Its money comes with payouts: nothing is chosen here. */
  readonly feed: boolean;
  readonly journal: Choice | null;
  readonly account: Choice | null;
  /** 'yes', 'no', or null where nobody chose. */
  readonly register: string | null;
  /** Orders that were paid by it. */
  readonly seen: number;
}

/** A product that Odoo does not know, or one chosen by hand. */
export interface ProductMappingRow {
  /** `variantKey`. */
  readonly key: string;
  readonly name: string;
  readonly target: Choice | null;
  /** Orders that wait for it. */
  readonly orders: number;
}

/** GET api/mappings. */
export interface MappingsView {
  readonly connected: boolean;
  readonly salesJournal: AccountMappingRow;
  /** One a currency; key is the currency. */
  readonly clearingJournals: readonly AccountMappingRow[];
  readonly accounts: readonly AccountMappingRow[];
  readonly types: readonly AccountMappingRow[];
  readonly lines: readonly AccountMappingRow[];
  /** By the same roles: the product on such lines. */
  readonly lineProducts: readonly AccountMappingRow[];
  /** Payment methods: the gateway's Shopify name → journal. */
  readonly gateways: readonly GatewayMappingRow[];
  readonly taxes: readonly TaxMappingRow[];
  readonly products: readonly ProductMappingRow[];
  readonly genericProduct: AccountMappingRow;
  readonly productCategory: AccountMappingRow;
  /** By Shopify's name. */
  readonly paymentTerms: readonly AccountMappingRow[];
  readonly fiscalPositions: readonly AccountMappingRow[];
  readonly team: AccountMappingRow;
  readonly analytic: readonly AccountMappingRow[];
  readonly settings: SettingsView;
}

export interface TaxSuggestionView {
  readonly tax: Choice;
  readonly way: 'use' | 'copy';
}

/** GET api/mappings/suggestions, by key: what a person would most likely choose for what has no mapping. */
export interface SuggestionsView {
  readonly taxes: Readonly<Record<string, TaxSuggestionView>>;
  readonly terms: Readonly<Record<string, Choice>>;
}

/** POST api/mappings: all changes of one page in one go; `target: null` takes a mapping away. */
export interface MappingChange {
  readonly kind: MappingKind;
  readonly key: string;
  readonly target: { readonly id: number } | { readonly value: string } | null;
}

/** GET api/connection. The key itself never leaves the server. */
export interface ConnectionView {
  readonly connected: boolean;
  readonly url: string | null;
  readonly database: string | null;
  readonly login: string | null;
  readonly version: string | null;
  readonly company: string | null;
  readonly companyCurrency: string | null;
  readonly checkedAt: string | null;
  readonly problem: FindingView | null;
}

/** GET api/overview: the home page's figures. */
export interface OverviewView {
  readonly connection: ConnectionView;
  /** Payouts, by state. */
  readonly counts: Readonly<Record<string, number>>;
  /** The same of orders. */
  readonly orderCounts: Readonly<Record<string, number>>;
  readonly unmappedTaxes: number;
  readonly shopName: string;
}
