import { common } from './common';
import { connection } from './connection';
import { findings } from './findings';
import { home } from './home';
import { mappings } from './mappings';
import { payout } from './payout';
import { payouts } from './payouts';
import { transactionTypes } from './transaction-types';
import { shell } from './shell';
import { words } from './words';

/** Every English text; other languages have the same keys. */
export const en = {
  common,
  shell,
  home,
  payouts,
  payout,
  mappings,
  connection,
  finding: findings,
  type: transactionTypes,
  ...words,
};

export type Texts = typeof en;
