import { XID } from './external-ids';
import type { Odoo } from './odoo';
import { link, type Row, type Values } from './row';

/** Whether a field of a part is in truth one of the whole that it is a part of: a statement line's date, a variant's name. */
export function belongsToWhole(odoo: Odoo, model: string, name: string): boolean {
  const part = odoo.rules(model).partOf;
  return (
    part !== undefined &&
    name !== part.link &&
    !part.own.includes(name) &&
    (odoo.fields.get(part.model)?.has(name) ?? false)
  );
}

/** What is said of a part, and what of its whole. */
export function splitValues(odoo: Odoo, model: string, vals: Values): { own: Values; ofWhole: Values } {
  const own: Values = {};
  const ofWhole: Values = {};
  for (const [name, value] of Object.entries(vals)) {
    if (name !== XID) (belongsToWhole(odoo, model, name) ? ofWhole : own)[name] = value;
  }
  return { own, ofWhole };
}

/** The row that a field stands on: the part's own, or its whole's. */
export function rowOfField(odoo: Odoo, model: string, row: Row, name: string): Row {
  const part = odoo.rules(model).partOf;
  if (!part || !belongsToWhole(odoo, model, name)) return row;
  return odoo.table(part.model).get(link(row, part.link)) ?? row;
}
