import type { MappingKind } from './mapping-kinds';
import type { FindingView } from './payout-view';

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
  /** How many documents carry it. */
  readonly seen: number;
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

/** GET api/mappings. */
export interface MappingsView {
  readonly connected: boolean;
  readonly salesJournal: AccountMappingRow;
  /** One a currency; key is the currency. */
  readonly clearingJournals: readonly AccountMappingRow[];
  readonly accounts: readonly AccountMappingRow[];
  readonly types: readonly AccountMappingRow[];
  readonly lines: readonly AccountMappingRow[];
  /** Payment methods: the gateway's Shopify name → journal. */
  readonly gateways: readonly AccountMappingRow[];
  readonly taxes: readonly TaxMappingRow[];
  readonly customers: 'original' | 'generic';
  readonly postOnFirstOpenDay: boolean;
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
  readonly counts: Readonly<Record<string, number>>;
  readonly unmappedTaxes: number;
  readonly shopName: string;
}
