import type { BalanceTransaction } from './balance-transaction';
import type { Counterpart } from './counterpart';
import type { Finding } from './finding';

/** What stands against a balance transaction (the shares sum to its gross), or why nothing can. */
export type MatchResult = { readonly counterparts: readonly Counterpart[] } | { readonly finding: Finding };

/** What its findings are about. */
export function objectOfTransaction(transaction: BalanceTransaction): Finding['object'] {
  return {
    type: 'balance transaction',
    id: transaction.id,
    name: transaction.order ? `${transaction.type} ${transaction.order.name}` : transaction.type,
  };
}
