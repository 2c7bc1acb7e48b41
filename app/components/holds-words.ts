import type { TFunction } from 'i18next';

import type { TransactionFamily } from '../accounting/transaction-family';

const order: readonly TransactionFamily[] = [
  'charge',
  'refund',
  'dispute',
  'reserve',
  'adjustment',
  'financing',
  'shipping-and-duty',
  'credit',
  'fee',
  'transfer',
  'unknown',
];

/** "42 charges · 3 refunds · 1 dispute": what a payout holds, in small. */
export function holdsWords(t: TFunction, holds: Partial<Record<TransactionFamily, number>>): string {
  const parts = order.flatMap((family) => {
    const count = holds[family] ?? 0;
    return count > 0 ? [t(`holds.${family}`, { count })] : [];
  });
  return parts.length > 0 ? parts.join(' · ') : t('holds.nothing');
}
