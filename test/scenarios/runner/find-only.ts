import type { OdooClient } from '../../../app/odoo/client/odoo-client';

/** The record that a scenario names. Throws where this Odoo has none. */
export async function only(client: OdooClient, model: string, field: string, value: string): Promise<number> {
  const [id] = await client.search(model, [[field, '=', value]], { limit: 1 });
  if (id === undefined) throw new Error(`This Odoo has no ${model} with ${field} "${value}"`);
  return id;
}
