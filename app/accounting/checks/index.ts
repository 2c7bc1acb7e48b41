import type { Finding } from '../finding';
import type { PayoutPicture } from '../payout-picture';
import type { Check } from './check';
import { counterpartsExist } from './counterparts-exist';
import { feeVatHasAccount } from './fee-vat-has-account';
import { linesHaveAccounts } from './lines-have-accounts';
import { netIsAmountLessFee } from './net-is-amount-less-fee';
import { nothingSettlesTwice } from './nothing-settles-twice';
import { payoutIsFinal } from './payout-is-final';
import { periodsAreOpen } from './periods-are-open';
import { sumIsThePayout } from './sum-is-the-payout';
import { taxesAreMapped } from './taxes-are-mapped';
import { transactionsBelong } from './transactions-belong';

/** Every check of a payout, in the order in which a person reads them. */
export const payoutChecks: readonly Check[] = [
  payoutIsFinal,
  transactionsBelong,
  netIsAmountLessFee,
  sumIsThePayout,
  taxesAreMapped,
  linesHaveAccounts,
  counterpartsExist,
  nothingSettlesTwice,
  feeVatHasAccount,
  periodsAreOpen,
];

export function checkPayout(picture: PayoutPicture): Finding[] {
  return payoutChecks.flatMap((check) => check.run(picture));
}
