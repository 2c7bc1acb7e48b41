import type { BalanceTransaction } from './balance-transaction';
import { compare } from './compare';
import type { OpenItem } from './counterpart';
import { objectOfTransaction, type MatchResult } from './match-result';
import { absolute, isZero, type Money } from './money';

/** What Odoo holds for an order that Klopt does not know: invoices by the order's name. */
export interface FoundInvoice {
  readonly item: OpenItem;
  /** What is still open on it, in the payout's currency; positive for an invoice, negative for a credit note. */
  readonly open: Money;
}

/** The only invoice (for a refund: credit note) of those found that is open takes it; several, or too little open: a finding. */
export function matchFoundInvoice(
  transaction: BalanceTransaction,
  found: readonly FoundInvoice[],
): MatchResult {
  const sameSense = found.filter(
    ({ open }) => !isZero(open) && open.minor > 0n === transaction.amount.minor > 0n,
  );
  const [only, ...others] = sameSense;
  const facts = {
    order: transaction.order?.name ?? '—',
    invoices: found.map(({ item }) => item.name).join(', '),
  };
  if (!only || others.length > 0) {
    return {
      finding: {
        kind: only ? 'invoice-ambiguous' : 'invoice-not-found',
        severity: 'blocks',
        object: objectOfTransaction(transaction),
        actual: transaction.amount,
        facts,
        remedy: { page: 'none' },
      },
    };
  }
  if (absolute(only.open).minor < absolute(transaction.amount).minor) {
    return {
      finding: {
        kind: 'open-item-short',
        severity: 'blocks',
        object: objectOfTransaction(transaction),
        ...compare(only.open, transaction.amount),
        facts,
        remedy: { page: 'none' },
      },
    };
  }
  return {
    counterparts: [
      { kind: 'open-item', item: only.item, gross: transaction.amount, amount: transaction.amount },
    ],
  };
}
