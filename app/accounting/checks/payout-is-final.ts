import type { Check } from './check';

/** A payout that is still scheduled can change; it is posted when Shopify has paid it (or said that it failed). */
export const payoutIsFinal: Check = {
  name: 'the payout is final',
  run: ({ payout }) => {
    switch (payout.status) {
      case 'paid':
      case 'failed':
      case 'canceled':
        return [];
      case 'scheduled':
      case 'in-transit':
        return [
          {
            kind: 'payout-not-final',
            severity: 'blocks',
            object: { type: 'payout', id: payout.id, name: payout.id },
            actual: payout.net,
            facts: { status: payout.status, date: payout.issuedOn },
            remedy: { page: 'none' },
          },
        ];
    }
  },
};
