import type { Account } from '../../accounting/books';
import { accountIn } from '../books/account-in';
import type { Domain, OdooClient, OdooRow } from '../client/odoo-client';
import { idOf, textOf } from '../client/row';
import { inChunks } from '../loading/in-chunks';
import { skuKey, type ProductSettings } from './product-settings';

export interface FoundProduct {
  readonly id: number;
  readonly name: string;
  /** The product's own income account, or its category's; absent: the sales account is used. */
  readonly account?: Account;
}

export interface ProductsInOdoo {
  /** By `skuKey` of what the rule compares; several where Odoo has it twice. */
  readonly byWord: ReadonlyMap<string, readonly FoundProduct[]>;
  readonly byId: ReadonlyMap<number, FoundProduct>;
}

/**
 * The products that carry one of the words, and those of the ids. Archived ones and other companies' are none; one that
 * cannot be sold is. A call per 500 words, two more where words are not found in their usual spellings; one for the
 * accounts of categories.
 */
export async function readProducts(
  client: OdooClient,
  rule: ProductSettings['rule'],
  words: readonly string[],
  ids: readonly number[],
): Promise<ProductsInOdoo> {
  const field = rule === 'sku-reference' ? 'default_code' : 'barcode';
  const own: Domain[number] = ['company_id', 'in', [false, await client.company()]];
  const rows = new Map<number, OdooRow>();
  const ask = async (leaves: Domain) => {
    const domain = [own, ...leaves.slice(1).map(() => '|' as const), ...leaves];
    for (const row of await client.searchRead('product.product', domain, [field, ...accountFields])) {
      rows.set(row.id, row);
    }
  };
  const chunks = words.length > 0 ? [...inChunks(words, 500)] : ids.length > 0 ? [[]] : [];
  for (const [at, chunk] of chunks.entries()) {
    await ask([
      ...(at === 0 && ids.length > 0 ? [['id', 'in', ids] as const] : []),
      ...(chunk.length > 0 ? [[field, 'in', [...new Set(chunk.flatMap(spellings))]] as const] : []),
      // Odoo keeps blanks that came with an import; no index helps to find those, and they are few.
      ...(chunk.length > 0 ? [[field, '=like', ' %'] as const, [field, '=like', '% '] as const] : []),
    ]);
    const found = new Set([...rows.values()].map((row) => skuKey(textOf(row, field))));
    const odd = chunk.filter((word) => !found.has(skuKey(word)) && word.toLowerCase() !== word.toUpperCase());
    const late = odd.length > fewWords ? await oddlySpelled(client, field, own, odd) : [];
    if (late.length > 0) await ask([['id', 'in', late]]);
    else if (odd.length <= fewWords && odd.length > 0)
      await ask(odd.map((word) => [field, '=ilike', literal(word)]));
  }
  const products = await foundProducts(client, [...rows.values()]);
  const wanted = new Set(words.map(skuKey));
  const byWord = new Map<string, FoundProduct[]>();
  for (const row of rows.values()) {
    const key = skuKey(textOf(row, field));
    const product = products.get(row.id);
    if (product && wanted.has(key)) byWord.set(key, [...(byWord.get(key) ?? []), product]);
  }
  return { byWord, byId: products };
}

export const accountFields = ['display_name', 'property_account_income_id', 'categ_id'] as const;

/** Products out of rows with `accountFields`: reads the categories of those without an account of their own. */
export async function foundProducts(
  client: OdooClient,
  rows: readonly OdooRow[],
): Promise<Map<number, FoundProduct>> {
  const categories = await accountsOfCategories(
    client,
    rows.flatMap((row) =>
      accountIn(row, 'property_account_income_id') ? [] : (idOf(row, 'categ_id') ?? []),
    ),
  );
  return new Map(
    rows.map((row) => {
      const account =
        accountIn(row, 'property_account_income_id') ?? categories.get(idOf(row, 'categ_id') ?? 0);
      return [row.id, { id: row.id, name: textOf(row, 'display_name'), ...(account ? { account } : {}) }];
    }),
  );
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

/** Odoo's `in` minds the case, and is quick: the usual ways of writing a word are asked for. */
function spellings(word: string): string[] {
  const lower = word.toLowerCase();
  return [word, word.toUpperCase(), lower, lower.charAt(0).toUpperCase() + lower.slice(1)];
}

/** PostgreSQL compares 500 words with 20,000 products by `ilike` in 6 s; reading the 20,000 takes less than one. */
const fewWords = 40;

async function oddlySpelled(
  client: OdooClient,
  field: string,
  own: Domain[number],
  words: readonly string[],
): Promise<number[]> {
  const wanted = new Set(words.map(skuKey));
  const rows = await client.searchRead('product.product', [own, [field, '!=', false]], [field], {
    order: 'id',
  });
  return rows.flatMap((row) => (wanted.has(skuKey(textOf(row, field))) ? [row.id] : []));
}

/** `%` and `_` stand for themselves. */
function literal(word: string): string {
  return word.replaceAll(/[\\%_]/g, (mark) => `\\${mark}`);
}
