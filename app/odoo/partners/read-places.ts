import type { Buyer } from '../../accounting/order';
import type { OdooClient } from '../client/odoo-client';
import { idOf, textOf } from '../client/row';

/** Odoo's countries and states by Shopify's words. */
export interface Places {
  readonly countryId: (code: string | undefined) => number | undefined;
  readonly stateId: (country: string | undefined, province: string | undefined) => number | undefined;
}

export const noPlaces: Places = { countryId: () => undefined, stateId: () => undefined };

interface Atlas {
  readonly countries: Promise<Map<string, number>>;
  readonly statesAsked: Set<number>;
  /** By country and code or name. */
  readonly states: Map<string, number>;
}

const atlases = new WeakMap<OdooClient, Atlas>();

/** Countries once a connection, and once the states of each country in which a buyer names one. */
export async function readPlaces(client: OdooClient, buyers: Iterable<Buyer>): Promise<Places> {
  const atlas = atlasOf(client);
  const countries = await atlas.countries;
  const wanted = new Set<number>();
  for (const { billing, delivery } of buyers) {
    for (const address of [billing, delivery]) {
      const id = address?.province && address.country ? countries.get(address.country) : undefined;
      if (id !== undefined && !atlas.statesAsked.has(id)) wanted.add(id);
    }
  }
  if (wanted.size > 0) {
    const rows = await client.searchRead(
      'res.country.state',
      [['country_id', 'in', [...wanted]]],
      ['name', 'code', 'country_id'],
    );
    // A code outranks a name: "GE" is a code in Italy and could be somebody's name elsewhere.
    for (const field of ['name', 'code']) {
      for (const row of rows) atlas.states.set(stateKey(idOf(row, 'country_id'), textOf(row, field)), row.id);
    }
    for (const id of wanted) atlas.statesAsked.add(id);
  }
  const countryId = (code: string | undefined) => (code ? countries.get(code) : undefined);
  return {
    countryId,
    stateId: (country, province) => {
      if (!country || !province) return undefined;
      const id = countryId(country);
      // Shopify writes some codes with their country: "JP-13".
      const bare = province.startsWith(`${country}-`) ? province.slice(country.length + 1) : province;
      return atlas.states.get(stateKey(id, bare));
    },
  };
}

function stateKey(country: number | undefined, word: string): string {
  return `${String(country)}|${word.trim().toLowerCase()}`;
}

function atlasOf(client: OdooClient): Atlas {
  const known = atlases.get(client);
  if (known) return known;
  const countries = client
    .searchRead('res.country', [], ['code'])
    .then((rows) => new Map(rows.map((row) => [textOf(row, 'code'), row.id])));
  const atlas = { countries, statesAsked: new Set<number>(), states: new Map<string, number>() };
  atlases.set(client, atlas);
  countries.catch(() => atlases.delete(client));
  return atlas;
}
