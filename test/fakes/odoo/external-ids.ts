import type { Odoo } from './odoo';
import { type Row, text } from './row';

const DATA = 'ir.model.data';

/** The key under which `load` hands the external id of a nested record to its creation. */
export const XID = '__external_id__';

export function splitExternalId(xid: string): [string, string] {
  const dot = xid.indexOf('.');
  return dot < 0 ? ['__import__', xid] : [xid.slice(0, dot), xid.slice(dot + 1)];
}

export function externalRecord(odoo: Odoo, xid: string): Row | undefined {
  const [module, name] = splitExternalId(xid);
  return odoo
    .table(DATA)
    .by('name', name)
    .find((row) => text(row, 'module') === module);
}

export function nameExternally(odoo: Odoo, xid: string, model: string, id: number): void {
  const [module, name] = splitExternalId(xid);
  const known = externalRecord(odoo, xid);
  if (known) odoo.table(DATA).patch(known.id, { model, res_id: id });
  else odoo.table(DATA).insert({ module, name, model, res_id: id, noupdate: false });
}

/** When records go, their external ids go with them. */
export function forgetExternally(odoo: Odoo, model: string, id: number): void {
  for (const data of odoo.table(DATA).by('res_id', id)) {
    if (text(data, 'model') === model) odoo.table(DATA).remove(data.id);
  }
}
