import type { BalanceTransaction } from '../../app/accounting/balance-transaction';
import type { Books } from '../../app/accounting/books';
import type { Counterpart } from '../../app/accounting/counterpart';
import type { FoundInvoice } from '../../app/accounting/match-found-invoice';
import { matchTransaction } from '../../app/accounting/match-transaction';
import type { Order } from '../../app/accounting/order';
import { amounts, pictureOf } from './builders';

interface Surroundings {
  readonly orders?: readonly Order[];
  readonly books?: Books;
  readonly found?: Readonly<Record<string, readonly FoundInvoice[]>>;
  readonly missingOrders?: readonly string[];
}

/** What a transaction is matched with. */
export const match = (one: BalanceTransaction, surroundings: Surroundings = {}) =>
  matchTransaction(one, pictureOf({ transactions: [one], ...surroundings }).match);

/** What stands against it: name, gross in the payout's currency and, of an open item, its share in the document's. */
export function against(one: BalanceTransaction, surroundings: Surroundings = {}): string[][] {
  const result = match(one, surroundings);
  if ('finding' in result) throw new Error(`expected a counterpart, got ${result.finding.kind}`);
  return result.counterparts.map(inShort);
}

function inShort(counterpart: Counterpart): string[] {
  return counterpart.kind === 'open-item'
    ? [counterpart.item.name, ...amounts([counterpart.gross, counterpart.amount])]
    : [`${counterpart.kind} ${counterpart.account.name}`, ...amounts([counterpart.gross])];
}
