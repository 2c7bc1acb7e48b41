import type { Currency } from '../../accounting/currency';
import type { OdooClient } from '../client/odoo-client';
import { textOf } from '../client/row';

/** Odoo's numbers of currencies, inactive ones left out: Odoo would refuse entries in them. */
export async function currencyIds(
  client: OdooClient,
  codes: Iterable<Currency>,
): Promise<Map<Currency, number>> {
  const rows = await client.searchRead('res.currency', [['name', 'in', [...new Set(codes)]]], ['name']);
  return new Map(rows.map((row) => [textOf(row, 'name') as Currency, row.id]));
}
