import type { BalanceTransaction } from '../balance-transaction';
import type { Finding } from '../finding';
import type { Check } from './check';

/** Every transaction is of this payout, in its currency, listed once, and no test. */
export const transactionsBelong: Check = {
  name: 'transactions belong to the payout',
  run: ({ payout, transactions }) => {
    const seen = new Set<string>();
    return transactions.flatMap((transaction) => {
      const findings: Finding[] = [];
      if (transaction.payout !== undefined && transaction.payout !== payout.id) {
        findings.push(finding('transaction-of-other-payout', transaction, { payout: transaction.payout }));
      }
      if (transaction.amount.currency !== payout.net.currency) {
        findings.push(
          finding('currency-differs', transaction, {
            currency: transaction.amount.currency,
            payoutCurrency: payout.net.currency,
          }),
        );
      }
      if (seen.has(transaction.id)) findings.push(finding('transaction-twice', transaction, {}));
      seen.add(transaction.id);
      if (transaction.test) findings.push(finding('test-transaction', transaction, {}));
      return findings;
    });
  },
};

function finding(
  kind: Finding['kind'],
  transaction: BalanceTransaction,
  facts: Record<string, string>,
): Finding {
  return {
    kind,
    severity: 'blocks',
    object: {
      type: 'balance transaction',
      id: transaction.id,
      name: `${transaction.type} ${transaction.order?.name ?? ''}`.trim(),
    },
    actual: transaction.net,
    facts: { type: transaction.type, ...facts },
    remedy: { page: 'shopify-payouts' },
  };
}
