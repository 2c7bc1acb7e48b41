import type { Money } from '../../accounting/money';

/** The export's words that are not simply the API's in small letters. Direction decides where the export has one word for two. */
const words: Readonly<Record<string, { readonly out: string; readonly in: string }>> = {
  chargeback: { out: 'DISPUTE_WITHDRAWAL', in: 'DISPUTE_REVERSAL' },
  chargeback_won: { out: 'DISPUTE_REVERSAL', in: 'DISPUTE_REVERSAL' },
  dispute: { out: 'DISPUTE_WITHDRAWAL', in: 'DISPUTE_REVERSAL' },
  reserve: { out: 'RESERVED_FUNDS', in: 'RESERVED_FUNDS_REVERSAL' },
  reserved_funds: { out: 'RESERVED_FUNDS', in: 'RESERVED_FUNDS_REVERSAL' },
  payout: { out: 'TRANSFER', in: 'TRANSFER' },
  payout_failure: { out: 'TRANSFER_FAILURE', in: 'TRANSFER_FAILURE' },
  payout_cancellation: { out: 'TRANSFER_CANCEL', in: 'TRANSFER_CANCEL' },
};

/** The API's type for the export's word. A word that nobody knows is kept, in capitals: it becomes a finding, not a guess. */
export function typeOfCsv(word: string, amount: Money): string {
  const plain = word
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
  const known = words[plain];
  if (known) return amount.minor > 0n ? known.in : known.out;
  return plain.toUpperCase();
}
