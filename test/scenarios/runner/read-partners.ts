import type { OdooClient } from '../../../app/odoo/client/odoo-client';
import { flagOf, idOf, nameOf, textOf } from '../../../app/odoo/client/row';
import type { MadeCustomer } from './scenario-result';

/** Who stands on documents, by id. */
export async function readPartners(
  client: OdooClient,
  ids: readonly number[],
): Promise<Map<number, MadeCustomer>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const fields = ['name', 'is_company', 'parent_id', 'commercial_partner_id', 'vat', 'street', 'zip', 'city'];
  const rows = await client.read('res.partner', wanted, [...fields, 'country_id', 'comment']);
  const countryIds = [...new Set(rows.flatMap((row) => idOf(row, 'country_id') ?? []))];
  const countries = new Map(
    (countryIds.length > 0 ? await client.read('res.country', countryIds, ['code']) : []).map((row) => [
      row.id,
      textOf(row, 'code'),
    ]),
  );
  const parents = rows.flatMap((row) => idOf(row, 'parent_id') ?? []);
  const names = new Map(
    (parents.length > 0 ? await client.read('res.partner', [...new Set(parents)], ['name']) : []).map(
      (row) => [row.id, textOf(row, 'name')],
    ),
  );
  return new Map(
    rows.map((row) => {
      const parent = names.get(idOf(row, 'parent_id') ?? 0);
      const vat = textOf(row, 'vat');
      // A note is HTML in Odoo.
      const note = textOf(row, 'comment')
        .replaceAll(/<[^>]*>/g, '')
        .trim();
      const town = [textOf(row, 'zip'), textOf(row, 'city')].filter(Boolean).join(' ');
      const country = countries.get(idOf(row, 'country_id') ?? 0);
      return [
        row.id,
        {
          name: textOf(row, 'name') || parent || nameOf(row, 'commercial_partner_id'),
          ...(parent ? { of: parent } : {}),
          company: flagOf(row, 'is_company'),
          ...(vat ? { vat } : {}),
          address: [textOf(row, 'street'), town, country].filter(Boolean).join(', '),
          ...(note ? { note } : {}),
        },
      ];
    }),
  );
}
