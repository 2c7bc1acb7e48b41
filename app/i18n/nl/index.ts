import type { Texts } from '../en';
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

/** Every Dutch text. */
export const nl: Texts = {
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
