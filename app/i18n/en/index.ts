import { accounts } from './accounts';
import { common } from './common';
import { connection } from './connection';
import { findings } from './findings';
import { history } from './history';
import { home } from './home';
import { list } from './list';
import { mappings } from './mappings';
import { orders } from './orders';
import { payout } from './payout';
import { payouts } from './payouts';
import { runs } from './runs';
import { setting, settings } from './settings';
import { shell } from './shell';
import { transactionTypes } from './transaction-types';
import { words } from './words';

/** Every English text; other languages have the same keys. */
export const en = {
  common,
  shell,
  home,
  payouts,
  payout,
  orders,
  history,
  list,
  mappings,
  setting,
  settings,
  connection,
  finding: findings,
  type: transactionTypes,
  ...accounts,
  ...runs,
  ...words,
};

export type Texts = typeof en;
