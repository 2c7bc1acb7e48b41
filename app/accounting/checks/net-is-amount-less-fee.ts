import { compare } from '../compare';
import { equals, subtract } from '../money';
import type { Finding } from '../finding';
import type { Check } from './check';

/** net = amount − fee on every transaction; without it no statement line can balance. */
export const netIsAmountLessFee: Check = {
  name: 'net is amount less fee',
  run: ({ transactions }) =>
    transactions.flatMap((transaction): Finding[] => {
      const { amount, fee, net } = transaction;
      if (amount.currency !== fee.currency || amount.currency !== net.currency) {
        return [
          {
            kind: 'currency-differs',
            severity: 'blocks',
            object: { type: 'balance transaction', id: transaction.id, name: transaction.type },
            actual: net,
            facts: { type: transaction.type, currency: fee.currency, payoutCurrency: amount.currency },
            remedy: { page: 'shopify-payouts' },
          },
        ];
      }
      const expected = subtract(amount, fee);
      if (equals(expected, net)) return [];
      return [
        {
          kind: 'net-differs',
          severity: 'blocks',
          object: { type: 'balance transaction', id: transaction.id, name: transaction.type },
          ...compare(expected, net),
          facts: { type: transaction.type },
          remedy: { page: 'shopify-payouts' },
        },
      ];
    }),
};
