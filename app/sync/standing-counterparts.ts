import type { BalanceTransaction } from '../accounting/balance-transaction';
import type { Counterpart } from '../accounting/counterpart';
import { equals, isZero } from '../accounting/money';
import type { OdooClient } from '../odoo/client/odoo-client';
import { readCounterparts, type StandingCounterpart } from '../odoo/settlement/read-counterparts';

/**
 * What stands against transactions whose lines are in Odoo already and that no order of ours explains. An invoice that
 * such a line has settled is no longer open, and a mapping may be another one since: what was posted holds.
 */
export async function standingCounterparts(
  client: OdooClient,
  transactions: readonly BalanceTransaction[],
  linesStanding: ReadonlyMap<string, number>,
  isOfDocument: (transaction: BalanceTransaction, accountId: number) => boolean,
): Promise<Map<string, Counterpart>> {
  const lineOf = ({ id }: BalanceTransaction) => linesStanding.get(`bt_${id}`);
  const asked = transactions.filter((transaction) => !isZero(transaction.amount) && lineOf(transaction));
  const read = await readCounterparts(
    client,
    asked.flatMap((transaction) => lineOf(transaction) ?? []),
  );
  const standing = new Map<string, Counterpart>();
  for (const transaction of asked) {
    const there = read.get(lineOf(transaction) ?? 0);
    // Something else than one counterpart of the whole gross: the plan says what it should be.
    if (!there || !equals(there.gross, transaction.amount)) continue;
    if (isOfDocument(transaction, there.account.id)) continue;
    standing.set(transaction.id, counterpartOf(there));
  }
  return standing;
}

function counterpartOf({ account, gross, settles }: StandingCounterpart): Counterpart {
  if (!settles) return { kind: 'account', account, gross };
  const { itemId, name } = settles;
  const item = { key: `odoo_${String(itemId)}`, itemId, account, name };
  return { kind: 'open-item', item, gross, amount: gross };
}
