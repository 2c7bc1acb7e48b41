import { isZero } from '../money';
import type { Check } from './check';

/** VAT inside fees goes to its own account, so that it can be reclaimed; without one the payout waits. */
export const feeVatHasAccount: Check = {
  name: 'VAT on fees has an account',
  run: ({ transactions, books }) => {
    if (books.feeVatAccount) return [];
    const first = transactions.find(({ feeVat }) => feeVat && !isZero(feeVat));
    if (!first?.feeVat) return [];
    return [
      {
        kind: 'mapping-missing',
        severity: 'blocks',
        object: { type: 'mapping', id: 'fee-vat', name: 'fee-vat' },
        actual: first.feeVat,
        facts: { mapping: 'fee-vat' },
        remedy: { page: 'mappings', section: 'accounts', key: 'fee-vat' },
      },
    ];
  },
};
