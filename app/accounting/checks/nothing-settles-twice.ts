import type { BalanceTransaction } from '../balance-transaction';
import { compare } from '../compare';
import type { Finding } from '../finding';
import { matchTransaction, type MatchContext } from '../match-transaction';
import { absolute, add, zero, type Money } from '../money';
import { isOrderPayment } from '../transaction-family';
import type { Check } from './check';

/**
 * Each transaction alone finds its open item; together they may want more of it than there is: one payment of an order
 * under two balance transactions, or several charges on one invoice found in Odoo.
 */
export const nothingSettlesTwice: Check = {
  name: 'nothing is settled twice',
  run: ({ transactions, match }) => {
    const seen = new Set<string>();
    const payments = new Set<string>();
    const taken = new Map<string, Money>();
    return transactions.flatMap((transaction): Finding[] => {
      // Listed twice under one id: transactions-belong names that.
      if (seen.has(transaction.id)) return [];
      seen.add(transaction.id);
      if (!isOrderPayment(transaction)) return [];
      // Its line was posted before, and took what it took.
      if (match.standing?.(transaction)) return [];
      const twice = match.orderOf(transaction) ? paidTwice(transaction, payments) : [];
      return twice.length > 0 ? twice : takenTooMuch(transaction, match, taken);
    });
  },
};

/** A payment and its failure name the same payment of the order; two of one type are one too many. */
function paidTwice(transaction: BalanceTransaction, payments: Set<string>): Finding[] {
  const { orderTransaction, type, amount } = transaction;
  if (!orderTransaction) return [];
  const payment = `${type} ${orderTransaction}`;
  if (payments.has(payment)) {
    return [finding('payment-exceeds-documents', transaction, compare(zero(amount.currency), amount))];
  }
  payments.add(payment);
  return [];
}

function takenTooMuch(
  transaction: BalanceTransaction,
  match: MatchContext,
  taken: Map<string, Money>,
): Finding[] {
  const found = match.foundInvoices(transaction);
  if (found.length === 0) return [];
  const result = matchTransaction(transaction, match);
  const [first] = 'finding' in result ? [] : result.counterparts;
  if (first?.kind !== 'open-item') return [];
  const { key } = first.item;
  const open = found.find(({ item }) => item.key === key)?.open;
  const total = add(taken.get(key) ?? zero(transaction.amount.currency), transaction.amount);
  taken.set(key, total);
  if (!open || absolute(total).minor <= absolute(open).minor) return [];
  return [finding('open-item-short', transaction, compare(open, total), first.item.name)];
}

function finding(
  kind: 'payment-exceeds-documents' | 'open-item-short',
  transaction: BalanceTransaction,
  figures: ReturnType<typeof compare>,
  invoices = '',
): Finding {
  const order = transaction.order?.name ?? '—';
  return {
    kind,
    severity: 'blocks',
    object: { type: 'balance transaction', id: transaction.id, name: `${transaction.type} ${order}` },
    ...figures,
    facts: { order, ...(invoices ? { invoices } : {}) },
    remedy: { page: 'shopify-payouts' },
  };
}
