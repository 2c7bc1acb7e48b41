import { emptyOf } from './column-values';
import { numberOf } from './fixed';
import { COMPANY, type Odoo } from './odoo';
import { link, type Row } from './row';
import { belongsToWhole, rowOfField } from './whole-and-part';

/** A field's value as the model sees it: stored, computed, of the whole that it is a part of, or the other side. */
export function fieldValue(odoo: Odoo, model: string, row: Row, name: string): unknown {
  const rules = odoo.rules(model);
  const compute = rules.computed?.[name];
  if (compute) return compute(odoo, row);
  if (name === 'id') return row.id;
  if (name === 'display_name') return odoo.displayName(model, row.id);
  if (rules.partOf && belongsToWhole(odoo, model, name)) {
    const whole = odoo.table(rules.partOf.model).get(link(row, rules.partOf.link));
    return whole ? fieldValue(odoo, rules.partOf.model, whole, name) : null;
  }
  const field = odoo.field(model, name);
  if (field.type === 'one2many' && row[name] === undefined) {
    if (!field.partner || !odoo.fields.has(field.relation)) return [];
    return [...odoo.table(field.relation).idsBy(field.partner, row.id)].sort((a, b) => a - b);
  }
  if (field.type === 'many2one' && name === 'company_id') return link(row, name) ?? COMPANY;
  return row[name] ?? null;
}

/** A field's value as it goes over the wire. */
export function jsonValue(odoo: Odoo, model: string, row: Row, name: string, plainLinks: boolean): unknown {
  const field = odoo.field(model, name);
  const value = fieldValue(odoo, model, row, name);
  if (value === null || value === undefined) return emptyOf(field);
  if (field.type === 'json' && typeof value === 'string') return JSON.parse(value) as unknown;
  if (typeof value === 'bigint')
    return numberOf(value, odoo.digitsOf(rowOfField(odoo, model, row, name), field));
  if (field.type === 'many2one' && typeof value === 'number') {
    return plainLinks ? value : [value, odoo.displayName(field.relation, value)];
  }
  return value;
}
