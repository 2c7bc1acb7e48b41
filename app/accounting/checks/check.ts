import type { Finding } from '../finding';
import type { PayoutPicture } from '../payout-picture';

/** One rule that the books of a payout must keep. Pure; returns what breaks it, each with its object and residual. */
export interface Check {
  readonly name: string;
  readonly run: (picture: PayoutPicture) => Finding[];
}
