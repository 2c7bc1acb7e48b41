import type { Finding, FindingKind, Remedy, Severity } from '../accounting/finding';
import type { ProofStep } from '../accounting/proof';
import type { TransactionFamily } from '../accounting/transaction-family';
import type { WaterfallStep } from '../accounting/waterfall';
import type { ListView } from './list-view';
import type { MoneyView } from './money-view';

/**
 * Where a payout stands. `new`: seen, not looked into. `ready`: checked, can be posted. `needs-attention`: a person is
 * needed, its findings say for what. `syncing`: a run is under way. `posted`: in Odoo and proven. `banked`: the bank's
 * own line is matched with it. `failed`: Shopify says that the money did not reach the bank.
 */
export const payoutStates = [
  'new',
  'ready',
  'needs-attention',
  'syncing',
  'posted',
  'banked',
  'failed',
] as const;
export type PayoutState = (typeof payoutStates)[number];

export interface PayoutRow {
  readonly id: string;
  /** YYYY-MM-DD in the shop's time zone. */
  readonly issuedOn: string;
  readonly net: MoneyView;
  readonly state: PayoutState;
  readonly shopifyStatus: string;
  readonly source: 'api' | 'csv';
  /** How many transactions of each family it holds; empty while it was not looked into. */
  readonly holds: Partial<Record<TransactionFamily, number>>;
  /** null while nothing is posted. */
  readonly proofHolds: boolean | null;
  readonly findings: number;
  readonly bankReference: string | null;
  readonly run: RunView | null;
}

export interface PayoutPage extends ListView<PayoutRow, PayoutState> {
  /** Payouts that "Sync all ready" would take. */
  readonly ready: number;
  readonly lastDiscovery: { readonly at: string; readonly problem: FindingView | null } | null;
}

export type RunStage =
  | 'queued'
  | 'fetching'
  | 'books'
  | 'orders'
  | 'checking'
  | 'partners'
  | 'documents'
  | 'posting'
  | 'settlement'
  | 'matching'
  | 'reading-back'
  | 'proving'
  | 'done';

export type RunState =
  'queued' | 'running' | 'waiting' | 'done' | 'nothing-to-do' | 'needs-person' | 'failed';

export interface RunView {
  readonly id: string;
  readonly kind:
    | 'sync-payout'
    | 'preview-payout'
    | 'import-csv'
    | 'discover-payouts'
    | 'sync-orders'
    | 'discover-orders'
    | 'backfill';
  readonly state: RunState;
  readonly stage: RunStage;
  readonly stageDone: number;
  readonly stageTotal: number;
  /** 0–100 over all stages. */
  readonly percent: number;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  /** Set while `waiting`: when it is tried again, and why it waits. */
  readonly retryAt: string | null;
  readonly attempt: number;
  /** In words how it ended: a key under `run.outcome.*` with its values. */
  readonly outcome: {
    readonly key: RunOutcomeKey;
    readonly values: Readonly<Record<string, string | number>>;
  } | null;
}

export type RunOutcomeKey =
  /** values: documents, lines, transfer */
  | 'posted'
  /** it stood in Odoo already, nothing was changed */
  | 'already-posted'
  /** values: findings */
  | 'needs-attention'
  /** values: reason (a finding kind) */
  | 'waits'
  | 'failed'
  /** values: payouts, transactions, pending */
  | 'imported'
  /** values: found, changed */
  | 'discovered'
  /** values: orders, posted, attention */
  | 'orders-synced'
  /** values: found, changed */
  | 'orders-discovered'
  /** a pass of bringing in history has ended, or was paused; values: orders */
  | 'history-read';

export interface FindingView {
  readonly id: string;
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly object: Finding['object'];
  readonly expected: MoneyView | null;
  readonly actual: MoneyView | null;
  readonly residual: MoneyView | null;
  readonly facts: Readonly<Record<string, string>>;
  readonly remedy: Remedy;
  /** Address of the remedy, into the app (`/app/…`), Shopify's admin (`shopify:admin/…`) or Odoo; null where there is none. */
  readonly href: string | null;
}

/** A record in Odoo that can be opened. */
export interface OdooLink {
  readonly model: string;
  readonly id: number;
  readonly name: string;
  readonly href: string;
}

export interface TransactionView {
  readonly id: string;
  readonly type: string;
  readonly family: TransactionFamily;
  readonly occurredAt: string;
  readonly amount: MoneyView;
  readonly fee: MoneyView;
  readonly net: MoneyView;
  readonly order: { readonly id: string | null; readonly name: string } | null;
  readonly documents: readonly OdooLink[];
  readonly statementLine: OdooLink | null;
  /** What stands against it, in words: invoice number, account code and name. Empty while unknown. */
  readonly counterpart: string | null;
  readonly state: 'not-posted' | 'posted' | 'reconciled' | 'needs-attention';
}

export interface ProofView {
  readonly payout: MoneyView;
  readonly steps: readonly {
    readonly name: ProofStep['name'];
    readonly expected: MoneyView;
    readonly actual: MoneyView | null;
    readonly residual: MoneyView | null;
    readonly state: ProofStep['state'];
  }[];
  readonly documents: number;
  readonly exact: number;
  readonly holds: boolean;
}

export interface WaterfallView {
  readonly step: WaterfallStep | 'payout';
  readonly amount: MoneyView;
  readonly from: MoneyView;
  readonly to: MoneyView;
  readonly count: number;
}

export interface PayoutView extends PayoutRow {
  readonly waterfall: readonly WaterfallView[];
  readonly transactions: readonly TransactionView[];
  readonly proof: ProofView | null;
  readonly findingList: readonly FindingView[];
  readonly statement: OdooLink | null;
  readonly transfer: OdooLink | null;
  readonly history: readonly RunView[];
  /** Shopify's own summary, shown beside the proof; label key → amount. */
  readonly summary: Readonly<Record<string, string>> | null;
  readonly shopifyHref: string | null;
}

/** POST api/payouts/:id/match-bank: how the look for the bank's own line ended. */
export interface BankMatchView {
  readonly kind: 'matched' | 'was-matched' | 'awaited' | 'ambiguous' | 'other-currency' | 'not-posted';
  /** How many lines could be it, where there are several. */
  readonly candidates: number;
}

export interface EntryView {
  readonly key: string;
  readonly kind: 'invoice' | 'credit-note' | 'statement-line' | 'transfer';
  readonly journal: string;
  readonly date: string;
  readonly reference: string;
  /** This one stands in Odoo already; posting will not make it again. */
  readonly exists: boolean;
  readonly items: readonly {
    readonly account: string;
    readonly label: string;
    readonly debit: MoneyView | null;
    readonly credit: MoneyView | null;
  }[];
  readonly total: MoneyView;
}

/** GET api/payouts/:id/preview. */
export interface PreviewView {
  readonly entries: readonly EntryView[];
  readonly totals: readonly {
    readonly account: string;
    readonly debit: MoneyView;
    readonly credit: MoneyView;
  }[];
  readonly findings: readonly FindingView[];
  readonly canPost: boolean;
}
