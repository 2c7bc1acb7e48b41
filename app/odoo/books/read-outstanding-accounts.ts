import type { Account } from '../../accounting/books';
import type { OdooClient, OdooRow } from '../client/odoo-client';
import { idOf } from '../client/row';
import { accountIn } from './account-in';

/** 17 and before: the company's account for every journal that has none of its own; 18 has no such field. */
const ofCompany = 'account_journal_payment_debit_account_id';

/**
 * The outstanding receipts account of each journal: that of its first inbound payment method that has one, before 18
 * else the company's. None where Odoo has none: then it would make no entry for a payment. One call, before 18 two.
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
  if (without.length === 0 || !(await client.hasField('res.company', ofCompany))) return accounts;
  const [company] = await client.read('res.company', [await client.company()], [ofCompany]);
  const account = company && accountIn(company, ofCompany);
  if (account) for (const { id } of without) accounts.set(id, account);
  return accounts;
}
