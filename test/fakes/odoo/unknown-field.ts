import type { OdooVersion } from './fields';
import { OdooError, valueError } from './odoo-error';

export type FieldUse = 'create' | 'write' | 'read' | 'load';

/** What Odoo says of a field that a model does not have: it depends on the version, the deed and the model. */
export function unknownField(version: OdooVersion, model: string, name: string, use: FieldUse): OdooError {
  const books = model === 'account.move' || model === 'account.move.line';
  if ((use === 'write' && books) || (use === 'load' && version === 17)) {
    return new OdooError('builtins.KeyError', name, 500);
  }
  if (use === 'load') return valueError(`Invalid field name '${name}'`);
  if (version === 17 || (use === 'create' && model === 'account.move.line')) {
    return valueError(`Invalid field '${name}' on model '${model}'`);
  }
  return valueError(`Invalid field '${name}' ${use === 'read' ? 'on' : 'in'} '${model}'`);
}
