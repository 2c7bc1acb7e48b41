import type { ListView } from './list-view';
import type { MoneyView } from './money-view';
import type { FindingView, OdooLink, RunView } from './payout-view';

/**
 * Where an order stands. `new`: seen, not brought to Odoo; its reason says what it waits for. `queued`: its turn comes.
 * `posted`: its documents stand in Odoo, exact. `needs-attention`: its findings say for what. `left-out`: not for the
 * books; its reason says why.
 */
export const orderStates = ['new', 'queued', 'posted', 'needs-attention', 'left-out'] as const;
export type OrderState = (typeof orderStates)[number];

/** Why an order is `new` or `left-out`. */
export const orderReasons = [
  /** its financial status is none of those that the merchant chose */
  'status',
  /** nothing happened to it since the start date */
  'before-start',
  'test',
  /** cancelled before anything was paid */
  'cancelled-unpaid',
  /** Shopify's ledger of it is empty */
  'nothing-sold',
  /** orders are not posted by themselves; a person has to ask */
  'not-automatic',
  /** its day's document is made when the day is over */
  'day-open',
] as const;
export type OrderReason = (typeof orderReasons)[number];

export interface OrderRow {
  readonly id: string;
  /** "#1001". */
  readonly name: string;
  /** YYYY-MM-DD in the shop's time zone. */
  readonly placedOn: string;
  readonly customer: string | null;
  readonly country: string | null;
  readonly financialStatus: string;
  /** After edits, returns and refunds; null while nothing but its number is known. */
  readonly total: MoneyView | null;
  readonly gateways: readonly string[];
  readonly state: OrderState;
  readonly reason: OrderReason | null;
  readonly documents: readonly OdooLink[];
  readonly findings: number;
  readonly syncedAt: string | null;
  readonly shopifyHref: string | null;
}

export interface OrderPage extends ListView<OrderRow, OrderState> {
  /** Orders that "Sync all" would take, whatever the filter: new, or needing attention. */
  readonly unposted: number;
  readonly lastPoll: { readonly at: string; readonly problem: FindingView | null } | null;
  /** Orders are posted by themselves as they come. */
  readonly automatic: boolean;
  /** The run that brings orders to Odoo, while it is under way. */
  readonly run: RunView | null;
  /** Why the last run ended although orders wait: a person has to act first. null while it can go on. */
  readonly stopped: FindingView | null;
}

/** One document of an order: as Shopify's ledger calls for it, and as it stands in Odoo. */
export interface OrderDocumentView {
  readonly reference: string;
  readonly kind: 'invoice' | 'credit-note';
  /** What it is about: the order, an edit, a refund, a return. */
  readonly agreement: 'order' | 'edit' | 'refund' | 'return' | 'unknown';
  readonly happenedAt: string;
  readonly untaxed: MoneyView;
  readonly tax: MoneyView;
  readonly total: MoneyView;
  /** By tax key: `NL|BTW|21|included`. */
  readonly taxes: readonly { readonly key: string; readonly base: MoneyView; readonly amount: MoneyView }[];
  readonly lines: readonly {
    readonly label: string;
    readonly sku: string | null;
    readonly quantity: string;
    readonly untaxed: MoneyView;
    readonly total: MoneyView;
  }[];
  /** null while it does not stand in Odoo. */
  readonly odoo: OdooLink | null;
  /** It is of before the start date: Klopt does not make it. */
  readonly earlier: boolean;
}

/** One payment of an order, and where its money is in Odoo. */
export interface OrderPaymentView {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly gateway: string;
  readonly gatewayTitle: string;
  readonly processedAt: string;
  /** What changed hands. */
  readonly amount: MoneyView;
  /** What rounding to a coin added to it (positive) or left out; null of a payment that was not rounded. */
  readonly rounding: MoneyView | null;
  /** `payout`: comes with a payout. `registered`: stands in Odoo. `not-registered`: left to a person, by the mapping. */
  readonly way: 'payout' | 'registered' | 'not-registered' | 'moves-nothing' | 'waits';
  readonly odoo: OdooLink | null;
  /** The payout that its money came with; null for another way, and while Shopify has not paid it out. */
  readonly payout: string | null;
}

export interface OrderView extends OrderRow {
  readonly placedAt: string;
  readonly cancelledAt: string | null;
  readonly updatedAt: string | null;
  readonly poNumber: string | null;
  readonly paymentTerms: string | null;
  readonly documentList: readonly OrderDocumentView[];
  readonly payments: readonly OrderPaymentView[];
  readonly findingList: readonly FindingView[];
  /** Σ of its documents beside Shopify's own total. */
  readonly check: {
    readonly documents: MoneyView;
    /** What was given back beyond the lines, where Shopify's total leaves it out: documents − it = Shopify's. */
    readonly adjustments: MoneyView | null;
    readonly shopify: MoneyView;
    readonly holds: boolean;
  } | null;
  /** It waits for its turn, or is being brought to Odoo now. */
  readonly working: boolean;
  /** The run that brings it to Odoo, while it works. */
  readonly run: RunView | null;
}

export const backfillReaches = ['all', 'date', 'fiscal-year'] as const;
export type BackfillReach = (typeof backfillReaches)[number];
export type BackfillState = 'counting' | 'counted' | 'posting' | 'paused' | 'done' | 'stopped';

/** What the counting pass found in the way, worst first. */
export interface BackfillObstacle {
  readonly kind:
    | 'tax-unmapped'
    | 'sku-unknown'
    | 'period-locked'
    | 'order-unreadable'
    | 'order-not-exact'
    | 'gateway-unmapped';
  /** The tax key, the SKU, the month (YYYY-MM), the order's number, the gateway. */
  readonly key: string;
  /** In words, where the key is not: "NL BTW 21%", "#1001". */
  readonly name: string;
  readonly orders: number;
}

/** Bringing a shop's history to Odoo: counted first, then posted once a person wants it. */
export interface BackfillView {
  readonly id: string;
  readonly state: BackfillState;
  readonly reach: BackfillReach;
  /** YYYY-MM-DD; null for all. */
  readonly since: string | null;
  /** It has begun to post; else it counts, or has counted. */
  readonly posting: boolean;
  readonly total: number;
  readonly counted: number;
  readonly done: number;
  readonly posted: number;
  readonly needsAttention: number;
  readonly leftOut: number;
  /** 0–100 of the pass that is under way. */
  readonly percent: number;
  /** Orders a minute; null before there is a measure. */
  readonly pace: number | null;
  readonly secondsLeft: number | null;
  readonly obstacles: readonly BackfillObstacle[];
  /** Posting what was counted moves the start date back; `to` is null where it reaches back to the beginning. */
  readonly movesStartDate: { readonly from: string; readonly to: string | null } | null;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly problem: FindingView | null;
}

/** GET api/backfill. */
export interface HistoryView {
  readonly connected: boolean;
  /** The one that is not ended; else null. */
  readonly current: BackfillView | null;
  /** Those that are over, the last one first. */
  readonly past: readonly BackfillView[];
  /** The run that works on it, while one does. */
  readonly run: RunView | null;
}
