import type { ChoiceKind } from '../views/mapping-view';

export interface PayoutFilter {
  /** A payout state, or empty for all. */
  readonly state: string;
  readonly q: string;
  /** From 1. */
  readonly page: number;
}

export interface OrderFilter {
  /** An order state, or empty for all. */
  readonly state: string;
  readonly q: string;
  /** Shopify's payment status, a gateway, and days (YYYY-MM-DD) between which it was placed; empty for any. */
  readonly status: string;
  readonly gateway: string;
  readonly from: string;
  readonly to: string;
  /** From 1. */
  readonly page: number;
}

/** Every key of the cache in one place, so that what is invalidated is what was asked. */
export const queryKeys = {
  overview: ['overview'] as const,
  connection: ['connection'] as const,
  mappings: ['mappings'] as const,
  keptByCopy: (taxId: number) => ['kept-by-copy', taxId] as const,
  suggestions: ['mapping-suggestions'] as const,
  choices: (kind: ChoiceKind, q: string) => ['choices', kind, q] as const,
  allPayouts: ['payouts'] as const,
  payouts: (filter: PayoutFilter) => ['payouts', filter] as const,
  payout: (id: string) => ['payout', id] as const,
  run: (id: string) => ['payout', id, 'run'] as const,
  allOrders: ['orders'] as const,
  orders: (filter: OrderFilter) => ['orders', filter] as const,
  order: (id: string) => ['order', id] as const,
  orderGateways: ['order-gateways'] as const,
  history: ['history'] as const,
  fiscalYear: ['fiscal-year'] as const,
  preview: (id: string) => ['payout', id, 'preview'] as const,
};
