import type { Odoo } from './odoo';

/** A few states of each kind that matters, as both versions have them. */
const states: readonly (readonly [country: string, code: string, name: string])[] = [
  ['IT', 'RM', 'Roma'],
  ['IT', 'AG', 'Agrigento'],
  ['ES', 'M', 'Madrid'],
  ['ES', 'B', 'Barcelona'],
  ['US', 'NY', 'New York'],
  ['US', 'CA', 'California'],
  ['CA', 'ON', 'Ontario'],
  ['CA', 'AB', 'Alberta'],
  ['JP', '13', 'Tokyo'],
  ['AU', 'NSW', 'New South Wales'],
];

export function seedStates(odoo: Odoo): void {
  for (const [country, code, name] of states) {
    const [row] = odoo.table('res.country').by('code', country);
    if (row) odoo.table('res.country.state').insert({ country_id: row.id, code, name });
  }
}
