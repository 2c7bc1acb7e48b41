import type { ChoiceKind } from '../views/mapping-view';
import type { OrderFilter, PayoutFilter } from './list-filter';

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
