import { matchTransaction } from '../match-transaction';
import type { Check } from './check';

/** Every transaction has what stands against it: an open document, or a mapped account. */
export const counterpartsExist: Check = {
  name: 'every transaction has its counterpart',
  run: ({ transactions, match }) =>
    transactions.flatMap((transaction) => {
      const result = matchTransaction(transaction, match);
      return 'finding' in result ? [result.finding] : [];
    }),
};
