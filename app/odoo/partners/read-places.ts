import type { Buyer } from '../../accounting/order';
import type { OdooClient } from '../client/odoo-client';
import { idOf, textOf } from '../client/row';

/** Odoo's countries and states by Shopify's words. */
export interface Places {
  readonly countryId: (code: string | undefined) => number | undefined;
  readonly stateId: (country: string | undefined, province: string | undefined) => number | undefined;
}

const countriesOf = new WeakMap<OdooClient, Promise<Map<string, number>>>();

/** Countries once a connection; states of the buyers' countries, where any buyer names one, in one call. */
export async function readPlaces(client: OdooClient, buyers: Iterable<Buyer>): Promise<Places> {
  const countries = await allCountries(client);
  const wanted = new Set<number>();
  for (const { billing } of buyers) {
    const id = billing?.province && billing.country ? countries.get(billing.country) : undefined;
    if (id !== undefined) wanted.add(id);
  }
  const states = new Map<string, number>();
  if (wanted.size > 0) {
    const rows = await client.searchRead(
      'res.country.state',
      [['country_id', 'in', [...wanted]]],
      ['name', 'code', 'country_id'],
    );
    for (const row of rows) {
      const country = String(idOf(row, 'country_id'));
      states.set(`${country}|${textOf(row, 'name').toLowerCase()}`, row.id);
      states.set(`${country}|${textOf(row, 'code').toLowerCase()}`, row.id);
    }
  }
  const countryId = (code: string | undefined) => (code ? countries.get(code) : undefined);
  return {
    countryId,
    stateId: (country, province) =>
      province ? states.get(`${String(countryId(country))}|${province.toLowerCase()}`) : undefined,
  };
}

function allCountries(client: OdooClient): Promise<Map<string, number>> {
  const known = countriesOf.get(client);
  if (known) return known;
  const asked = client
    .searchRead('res.country', [], ['code'])
    .then((rows) => new Map(rows.map((row) => [textOf(row, 'code'), row.id])));
  countriesOf.set(client, asked);
  asked.catch(() => countriesOf.delete(client));
  return asked;
}
