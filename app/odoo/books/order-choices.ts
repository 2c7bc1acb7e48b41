import type { Domain, OdooClient } from '../client/odoo-client';
import { OdooModelUnknown } from '../client/odoo-errors';
import { idOf, nameOf, textOf } from '../client/row';
import { byCodeOrName } from './choices';

export interface ProductChoice {
  readonly id: number;
  /** The internal reference; '' for none. */
  readonly code: string;
  readonly name: string;
  readonly barcode: string;
  /** `consu`, `service`; 17 also `product`, a good that is counted. */
  readonly type: string;
}

export interface NamedChoice {
  readonly id: number;
  readonly name: string;
}

export interface FiscalPositionChoice extends NamedChoice {
  /** '' for every country. */
  readonly country: string;
}

export interface AnalyticChoice extends NamedChoice {
  readonly code: string;
  /** The plan it belongs to: one account of each plan may stand on a line. */
  readonly plan: { readonly id: number; readonly name: string };
}

interface Limit {
  readonly limit?: number;
}

/** Products that may be sold, by the beginning of their internal reference or a part of their name. */
export async function productChoices(
  client: OdooClient,
  text: string,
  { limit = 50 }: Limit = {},
): Promise<ProductChoice[]> {
  const rows = await client.searchRead(
    'product.product',
    [['sale_ok', '=', true], ...byCodeOrName(text, 'default_code')],
    ['default_code', 'name', 'barcode', 'type'],
    { limit },
  );
  return rows.map((row) => ({
    id: row.id,
    code: textOf(row, 'default_code'),
    name: textOf(row, 'name'),
    barcode: textOf(row, 'barcode'),
    type: textOf(row, 'type'),
  }));
}

/** Product categories under their whole path: "All / Garden". */
export function categoryChoices(client: OdooClient, text: string, options: Limit = {}) {
  return namedChoices(client, 'product.category', text, { ...options, field: 'complete_name' });
}

export function paymentTermChoices(client: OdooClient, text: string, options: Limit = {}) {
  return namedChoices(client, 'account.payment.term', text, options);
}

export async function fiscalPositionChoices(
  client: OdooClient,
  text: string,
  { limit = 50 }: Limit = {},
): Promise<FiscalPositionChoice[]> {
  const rows = await client.searchRead(
    'account.fiscal.position',
    byName(text, 'name'),
    ['name', 'country_id'],
    {
      limit,
    },
  );
  return rows.map((row) => ({
    id: row.id,
    name: textOf(row, 'name'),
    country: nameOf(row, 'country_id'),
  }));
}

/** Sales teams; undefined where the Odoo has none, because neither Sales nor CRM is installed. */
export async function teamChoices(
  client: OdooClient,
  text: string,
  options: Limit = {},
): Promise<NamedChoice[] | undefined> {
  try {
    return await namedChoices(client, 'crm.team', text, options);
  } catch (error) {
    if (error instanceof OdooModelUnknown) return undefined;
    throw error;
  }
}

/** Analytic accounts by the beginning of their reference or a part of their name. */
export async function analyticChoices(
  client: OdooClient,
  text: string,
  { limit = 50 }: Limit = {},
): Promise<AnalyticChoice[]> {
  const rows = await client.searchRead(
    'account.analytic.account',
    byCodeOrName(text),
    ['code', 'name', 'plan_id'],
    { limit },
  );
  return rows.map((row) => ({
    id: row.id,
    code: textOf(row, 'code'),
    name: textOf(row, 'name'),
    plan: { id: idOf(row, 'plan_id') ?? 0, name: nameOf(row, 'plan_id') },
  }));
}

async function namedChoices(
  client: OdooClient,
  model: string,
  text: string,
  { limit = 50, field = 'name' }: Limit & { readonly field?: string },
): Promise<NamedChoice[]> {
  const rows = await client.searchRead(model, byName(text, field), [field], { limit });
  return rows.map((row) => ({ id: row.id, name: textOf(row, field) }));
}

function byName(text: string, field: string): Domain {
  return text.trim() ? [[field, 'ilike', text.trim()]] : [];
}
