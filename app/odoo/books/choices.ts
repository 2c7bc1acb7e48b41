import type { Domain, OdooClient } from '../client/odoo-client';
import { flagOf, nameOf, numberOf, textOf } from '../client/row';

export interface AccountChoice {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  /** Odoo's `account_type`. */
  readonly type: string;
}

export type JournalType = 'bank' | 'cash' | 'general' | 'sale';

export interface JournalChoice {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly type: string;
  /** '' for the company's own. */
  readonly currency: string;
}

export interface TaxChoice {
  readonly id: number;
  readonly name: string;
  readonly rate: string;
  readonly priceIncluded: boolean;
  /** Two taxes of one name are told apart by it. */
  readonly country: string;
}

export interface CompanyChoice {
  readonly id: number;
  readonly name: string;
  readonly currency: string;
}

/** Accounts by the beginning of their code or a part of their name. Archived ones never appear. */
export async function accountChoices(
  client: OdooClient,
  text: string,
  { limit = 50, types }: { limit?: number; types?: readonly string[] } = {},
): Promise<AccountChoice[]> {
  const deprecated = await client.hasField('account.account', 'deprecated');
  const rows = await client.searchRead(
    'account.account',
    [
      ...(deprecated ? ([['deprecated', '=', false]] as const) : []),
      ...(types ? ([['account_type', 'in', types]] as const) : []),
      ...byCodeOrName(text),
    ],
    ['code', 'name', 'account_type'],
    { limit, order: 'code' },
  );
  return rows.map((row) => ({
    id: row.id,
    code: textOf(row, 'code'),
    name: textOf(row, 'name'),
    type: textOf(row, 'account_type'),
  }));
}

export async function journalChoices(
  client: OdooClient,
  text: string,
  { limit = 50, type }: { limit?: number; type?: JournalType | readonly JournalType[] } = {},
): Promise<JournalChoice[]> {
  const types = type === undefined ? [] : typeof type === 'string' ? [type] : type;
  const rows = await client.searchRead(
    'account.journal',
    [...(types.length > 0 ? ([['type', 'in', types]] as const) : []), ...byCodeOrName(text)],
    ['code', 'name', 'type', 'currency_id'],
    { limit },
  );
  return rows.map((row) => ({
    id: row.id,
    code: textOf(row, 'code'),
    name: textOf(row, 'name'),
    type: textOf(row, 'type'),
    currency: nameOf(row, 'currency_id'),
  }));
}

/** Sale taxes by a part of their name; `rate` leaves only those of one rate. */
export async function taxChoices(
  client: OdooClient,
  text: string,
  { limit = 50, rate }: { limit?: number; rate?: string } = {},
): Promise<TaxChoice[]> {
  const rows = await client.searchRead(
    'account.tax',
    [
      ['type_tax_use', '=', 'sale'],
      ['amount_type', '=', 'percent'],
      ...(rate ? ([['amount', '=', Number(rate)]] as const) : []),
      ...(text.trim() ? ([['name', 'ilike', text.trim()]] as const) : []),
    ],
    ['name', 'amount', 'price_include', 'country_id'],
    { limit },
  );
  return rows.map((row) => ({
    id: row.id,
    name: textOf(row, 'name'),
    rate: String(numberOf(row, 'amount')),
    priceIncluded: flagOf(row, 'price_include'),
    country: nameOf(row, 'country_id'),
  }));
}

export async function companyChoices(client: OdooClient): Promise<CompanyChoice[]> {
  const rows = await client.searchRead('res.company', [], ['name', 'currency_id'], { order: 'id' });
  return rows.map((row) => ({
    id: row.id,
    name: textOf(row, 'name'),
    currency: nameOf(row, 'currency_id'),
  }));
}

/** A code that begins with the text, or a name that holds it. */
export function byCodeOrName(text: string, code = 'code', name = 'name'): Domain {
  const wanted = text.trim();
  return wanted === '' ? [] : ['|', [code, '=ilike', `${wanted}%`], [name, 'ilike', wanted]];
}
