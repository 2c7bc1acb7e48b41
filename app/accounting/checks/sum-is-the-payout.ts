import { compare } from '../compare';
import { equals, sum } from '../money';
import type { Check } from './check';

/** Σ net of the transactions is what Shopify pays out. Transactions of another currency have a finding of their own. */
export const sumIsThePayout: Check = {
  name: 'the transactions sum to the payout',
  run: ({ payout, transactions }) => {
    const object = { type: 'payout', id: payout.id, name: payout.id } as const;
    if (transactions.length === 0) {
      return [
        {
          kind: 'payout-empty',
          severity: 'blocks',
          object,
          expected: payout.net,
          facts: {},
          remedy: { page: 'shopify-payouts' },
        },
      ];
    }
    const own = transactions.filter(({ net }) => net.currency === payout.net.currency);
    const total = sum(
      payout.net.currency,
      own.map(({ net }) => net),
    );
    if (equals(total, payout.net)) return [];
    return [
      {
        kind: 'sum-differs',
        severity: 'blocks',
        object,
        ...compare(payout.net, total),
        facts: { count: String(own.length) },
        remedy: { page: 'shopify-payouts' },
      },
    ];
  },
};
