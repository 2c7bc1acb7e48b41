import type { OdooClient } from '../../app/odoo/client/odoo-client';

const counterparts = ['expense', 'expense_direct_cost', 'asset_current', 'income_other'];

/** Finds an account by the first of these codes that the chart has, or a part of a name; else any of those types. */
export async function accountId(
  client: OdooClient,
  wishes: readonly string[],
  types: readonly string[] = counterparts,
): Promise<number> {
  const fits = ['account_type', 'in', types] as const;
  for (const wish of wishes) {
    const byCode = /^\d+$/.test(wish);
    const [id] = await client.search(
      'account.account',
      [fits, byCode ? ['code', '=like', `${wish}%`] : ['name', 'ilike', wish]],
      { limit: 1, order: 'code' },
    );
    if (id !== undefined) return id;
  }
  const [any] = await client.search('account.account', [fits], { limit: 1, order: 'code' });
  if (any === undefined) {
    throw new Error(`This Odoo has no chart of accounts with an account of type ${types.join(' or ')}`);
  }
  return any;
}
