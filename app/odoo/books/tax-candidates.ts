import type { TaxCandidate } from '../../accounting/suggest-tax';
import type { OdooClient } from '../client/odoo-client';
import { flagOf, idOf, numberOf, textOf } from '../client/row';

/** The sale taxes of a rate in percent that stand for something in Odoo, with the country of their VAT return. Two calls. */
export async function taxCandidates(client: OdooClient): Promise<TaxCandidate[]> {
  const taxes = await client.searchRead(
    'account.tax',
    [
      ['type_tax_use', '=', 'sale'],
      ['amount_type', '=', 'percent'],
      ['company_id', '=', await client.company()],
    ],
    ['name', 'amount', 'price_include', 'country_id'],
    { limit: 1000 },
  );
  const ids = [...new Set(taxes.flatMap((row) => idOf(row, 'country_id') ?? []))];
  const countries = await client.searchRead('res.country', [['id', 'in', ids]], ['code']);
  const codes = new Map(countries.map((row) => [row.id, textOf(row, 'code')]));
  return taxes.map((row) => ({
    id: row.id,
    name: textOf(row, 'name'),
    // Odoo keeps four digits of a rate; String writes the shortest that is this number: 21, 5.5.
    rate: String(numberOf(row, 'amount')),
    priceIncluded: flagOf(row, 'price_include'),
    country: codes.get(idOf(row, 'country_id') ?? 0) ?? '',
  }));
}
