import type { BalanceTransaction } from '../balance-transaction';
import { compare } from '../compare';
import type { OpenItem } from '../counterpart';
import type { Finding } from '../finding';
import { matchTransaction, type MatchContext } from '../match-transaction';
import { absolute, add, zero, type Money } from '../money';
import type { Check } from './check';

/**
 * Each transaction alone finds its open item; together they may want more of it than there is: one payment of an order
 * under two balance transactions, or several charges on one invoice found in Odoo.
 */
export const nothingSettlesTwice: Check = {
  name: 'nothing is settled twice',
  run: ({ transactions, match }) => {
    const payments = new Set<string>();
    const taken = new Map<string, Money>();
    const seen = new Set<string>();
    return transactions.flatMap((transaction): Finding[] => {
      // Listed twice under one id: transactions-belong names that.
      if (seen.has(transaction.id)) return [];
      seen.add(transaction.id);
      const item = itemOf(transaction, match);
      if (!item) return [];
      if (item.document) {
        const payment = transaction.orderTransaction ?? transaction.id;
        const first = !payments.has(payment);
        payments.add(payment);
        if (first) return [];
        return [
          finding(
            'payment-exceeds-documents',
            transaction,
            item,
            zero(transaction.amount.currency),
            transaction.amount,
          ),
        ];
      }
      const open = openOf(transaction, item, match);
      const total = add(taken.get(item.key) ?? zero(transaction.amount.currency), transaction.amount);
      taken.set(item.key, total);
      if (!open || absolute(total).minor <= absolute(open).minor) return [];
      return [finding('open-item-short', transaction, item, open, total)];
    });
  },
};

function itemOf(transaction: BalanceTransaction, match: MatchContext): OpenItem | undefined {
  const result = matchTransaction(transaction, match);
  if ('finding' in result) return undefined;
  const [first] = result.counterparts;
  return first?.kind === 'open-item' ? first.item : undefined;
}

function openOf(transaction: BalanceTransaction, item: OpenItem, match: MatchContext): Money | undefined {
  return match.foundInvoices(transaction).find((found) => found.item.key === item.key)?.open;
}

function finding(
  kind: 'payment-exceeds-documents' | 'open-item-short',
  transaction: BalanceTransaction,
  item: OpenItem,
  expected: Money,
  actual: Money,
): Finding {
  const name = transaction.order?.name ?? item.name;
  return {
    kind,
    severity: 'blocks',
    object: { type: 'balance transaction', id: transaction.id, name: `${transaction.type} ${name}` },
    ...compare(expected, actual),
    facts: { order: name, invoices: item.name },
    remedy: { page: 'shopify-payouts' },
  };
}
