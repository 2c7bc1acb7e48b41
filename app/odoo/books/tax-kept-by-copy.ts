import type { OdooClient } from '../client/odoo-client';
import { OdooModelUnknown } from '../client/odoo-errors';
import { nameOf, textOf } from '../client/row';

/** What a copy of a tax keeps: the accounts it books on, and its boxes of the VAT return. */
export interface KeptByCopy {
  readonly accounts: readonly string[];
  readonly tags: readonly string[];
}

export async function taxKeptByCopy(client: OdooClient, taxId: number): Promise<KeptByCopy> {
  const lines = await client.searchRead(
    'account.tax.repartition.line',
    [['tax_id', '=', taxId]],
    ['account_id', 'tag_ids'],
    { order: 'id' },
  );
  const accounts = new Set(lines.map((line) => nameOf(line, 'account_id')).filter((name) => name !== ''));
  const ids = [
    ...new Set(lines.flatMap(({ tag_ids: tags }) => (Array.isArray(tags) ? tags.map(Number) : []))),
  ];
  return { accounts: [...accounts], tags: await tagNames(client, ids) };
}

async function tagNames(client: OdooClient, ids: readonly number[]): Promise<string[]> {
  if (ids.length === 0) return [];
  try {
    const rows = await client.read('account.account.tag', ids, ['name']);
    return [...new Set(rows.map((row) => textOf(row, 'name')))];
  } catch (error) {
    // Not every user who keeps the books may read them; that the copy has them is sure all the same.
    if (error instanceof OdooModelUnknown) return [];
    throw error;
  }
}
