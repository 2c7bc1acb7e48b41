import type { Field } from './fields';
import { valueError } from './odoo-error';
import { type Value, written } from './row';

/** A value of the wire as a column of its type; what is not money and no list of records. */
export function columnOf(model: string, field: Field, value: unknown): Value {
  if (value === null || value === undefined || value === false)
    return field.type === 'boolean' ? false : null;
  switch (field.type) {
    case 'boolean':
      return Boolean(value);
    case 'integer':
    case 'float':
      return Number(value);
    case 'many2one':
      return Array.isArray(value) ? Number(value[0]) : Number(value);
    case 'selection':
      if (field.selection.length > 0 && !field.selection.includes(written(value))) {
        throw valueError(`Wrong value for ${model}.${field.name}: '${written(value)}'`);
      }
      return written(value);
    default:
      return value === '' ? null : written(value);
  }
}

/** How Odoo writes that there is nothing: false, or 0 where a number is expected. */
export function emptyOf(field: Field): unknown {
  switch (field.type) {
    case 'integer':
    case 'float':
    case 'monetary':
      return 0;
    case 'one2many':
    case 'many2many':
      return [];
    default:
      return false;
  }
}
