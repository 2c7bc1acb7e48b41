import type { Account } from '../../accounting/books';
import type { OdooClient } from '../client/odoo-client';
import { idOf, textOf } from '../client/row';
import { inChunks } from '../loading/in-chunks';
import { accountIn } from '../books/account-in';

export interface FoundProduct {
  readonly id: number;
  readonly name: string;
  /** The product's own income account, or its category's; absent: the sales account is used. */
  readonly account?: Account;
}

export interface FoundProducts {
  /** By `skuKey`. */
  readonly bySku: ReadonlyMap<string, FoundProduct>;
  /** SKUs that several products carry: none of them is taken. */
  readonly ambiguous: ReadonlySet<string>;
}

/** SKUs are compared without regard to case and surrounding blanks. */
export function skuKey(sku: string): string {
  return sku.trim().toLowerCase();
}

/** The products of Odoo by SKU (`default_code`): one search per 500 SKUs, one read of their categories' accounts. */
export async function findProducts(client: OdooClient, skus: Iterable<string>): Promise<FoundProducts> {
  const wanted = new Map<string, string>();
  for (const sku of skus) if (sku.trim() !== '') wanted.set(skuKey(sku), sku.trim());
  const rows = [];
  for (const codes of inChunks([...wanted.values()], 500)) {
    // Odoo's `in` minds the case: the usual ways of writing it are asked for too.
    const spellings = new Set(codes.flatMap((code) => [code, code.toUpperCase(), code.toLowerCase()]));
    rows.push(
      ...(await client.searchRead(
        'product.product',
        [['default_code', 'in', [...spellings]]],
        ['default_code', 'display_name', 'property_account_income_id', 'categ_id'],
      )),
    );
  }
  const categoryAccounts = await accountsOfCategories(
    client,
    rows.flatMap((row) =>
      accountIn(row, 'property_account_income_id') ? [] : (idOf(row, 'categ_id') ?? []),
    ),
  );
  const bySku = new Map<string, FoundProduct>();
  const ambiguous = new Set<string>();
  for (const row of rows) {
    const key = skuKey(textOf(row, 'default_code'));
    if (!wanted.has(key)) continue;
    if (bySku.has(key)) ambiguous.add(wanted.get(key) ?? key);
    const account =
      accountIn(row, 'property_account_income_id') ?? categoryAccounts.get(idOf(row, 'categ_id') ?? 0);
    bySku.set(key, { id: row.id, name: textOf(row, 'display_name'), ...(account ? { account } : {}) });
  }
  for (const sku of ambiguous) bySku.delete(skuKey(sku));
  return { bySku, ambiguous };
}

async function accountsOfCategories(client: OdooClient, ids: readonly number[]) {
  const accounts = new Map<number, Account>();
  if (ids.length === 0) return accounts;
  const rows = await client.read('product.category', [...new Set(ids)], ['property_account_income_categ_id']);
  for (const row of rows) {
    const account = accountIn(row, 'property_account_income_categ_id');
    if (account) accounts.set(row.id, account);
  }
  return accounts;
}
