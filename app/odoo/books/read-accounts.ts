import type { Account } from '../../accounting/books';
import type { Finding } from '../../accounting/finding';
import type { OdooClient } from '../client/odoo-client';
import { flagOf, textOf } from '../client/row';
import { mappingBroken, type Breach, type MappingPlace } from './mapping-findings';

export interface MappedAccount extends Account {
  /** Odoo's `account_type`: `asset_receivable`, `expense` … */
  readonly type: string;
  readonly reconcile: boolean;
  readonly archived: boolean;
}

/** Accounts by their numbers, archived ones too. One call. 19's `active` was `deprecated` before. */
export async function readAccounts(
  client: OdooClient,
  ids: Iterable<number>,
): Promise<Map<number, MappedAccount>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const archiving = (await client.hasField('account.account', 'deprecated')) ? 'deprecated' : 'active';
  const rows = await client.searchRead(
    'account.account',
    [['id', 'in', wanted]],
    ['code', 'name', 'account_type', 'reconcile', archiving],
    { context: { active_test: false } },
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        code: textOf(row, 'code'),
        name: textOf(row, 'name'),
        type: textOf(row, 'account_type'),
        reconcile: flagOf(row, 'reconcile'),
        archived: archiving === 'active' ? !flagOf(row, 'active') : flagOf(row, 'deprecated'),
      },
    ]),
  );
}

/** What an account is for decides which types fit. */
export type AccountUse = 'income' | 'transfer' | 'counterpart' | 'money';

const unfit: Record<AccountUse, RegExp> = {
  income:
    /^(asset_receivable|liability_payable|asset_cash|liability_credit_card|off_balance|equity_unaffected)$/,
  transfer:
    /^(asset_receivable|liability_payable|asset_cash|liability_credit_card|income|income_other|expense.*|off_balance|equity_unaffected)$/,
  money: /^(asset_receivable|liability_payable|off_balance|equity_unaffected)$/,
  counterpart:
    /^(asset_receivable|liability_payable|asset_cash|liability_credit_card|off_balance|equity_unaffected)$/,
};

/** The account of a mapping, or why it cannot be used. */
export function fittingAccount(
  accounts: ReadonlyMap<number, MappedAccount>,
  id: number,
  use: AccountUse,
  place: MappingPlace,
): Account | Finding {
  const account = accounts.get(id);
  if (!account) return mappingBroken(place, '', 'gone');
  const { code, name, type } = account;
  const breach: Breach | undefined = account.archived
    ? 'archived'
    : unfit[use].test(type)
      ? 'wrong-type'
      : use === 'transfer' && !account.reconcile
        ? 'not-reconcilable'
        : undefined;
  return breach ? mappingBroken(place, `${code} ${name}`, breach, { type }) : { id, code, name };
}
