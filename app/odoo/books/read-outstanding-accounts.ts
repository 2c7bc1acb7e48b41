import type { Account } from '../../accounting/books';
import type { OdooClient, OdooRow } from '../client/odoo-client';
import { OdooRightsMissing } from '../client/odoo-errors';
import { idOf } from '../client/row';
import { findExternalIds } from '../loading/find-external-ids';
import { accountIn } from './account-in';
import { readAccounts } from './read-accounts';

/**
 * 17 and before: the company's account for every journal that has none of its own. 18 has no such field: there Odoo
 * takes the account that the chart has for it, by its external id.
 */
const ofCompany = 'account_journal_payment_debit_account_id';

/**
 * The outstanding receipts account of each journal: that of its first inbound payment method that has one, else the
 * company's, which is where Odoo's own payments would wait. At most three calls.
 */
export async function readOutstandingAccounts(
  client: OdooClient,
  journals: readonly OdooRow[],
): Promise<Map<number, Account>> {
  const accounts = new Map<number, Account>();
  if (journals.length === 0) return accounts;
  const ids = journals.map(({ id }) => id);
  const methods = await client.searchRead(
    'account.payment.method.line',
    [
      ['journal_id', 'in', ids],
      ['payment_account_id', '!=', false],
    ],
    ['journal_id', 'payment_type', 'payment_account_id'],
    { order: 'id' },
  );
  for (const row of methods) {
    const journal = idOf(row, 'journal_id');
    const account = accountIn(row, 'payment_account_id');
    if (row.payment_type !== 'inbound' || journal === undefined || !account) continue;
    if (!accounts.has(journal)) accounts.set(journal, account);
  }
  // Cash stands in the till at once: the company's account is for what a bank still has to show.
  const without = journals.filter(({ id, type }) => type !== 'cash' && !accounts.has(id));
  const account = without.length > 0 ? await accountOfCompany(client) : undefined;
  if (account) for (const { id } of without) accounts.set(id, account);
  return accounts;
}

async function accountOfCompany(client: OdooClient): Promise<Account | undefined> {
  const companyId = await client.company();
  if (await client.hasField('res.company', ofCompany)) {
    const [company] = await client.read('res.company', [companyId], [ofCompany]);
    return company && accountIn(company, ofCompany);
  }
  const names = [`${String(companyId)}_${ofCompany}`];
  try {
    const ids = await findExternalIds(client, { module: 'account', model: 'account.account', names });
    const account = [...(await readAccounts(client, ids.values())).values()].find(
      ({ archived }) => !archived,
    );
    return account && { id: account.id, code: account.code, name: account.name };
  } catch (error) {
    // External ids are for users with "Access Rights"; without it the account must be chosen.
    if (error instanceof OdooRightsMissing) return undefined;
    throw error;
  }
}
