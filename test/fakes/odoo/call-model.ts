import { genericMethods } from './generic-methods';
import type { OdooVersion } from './fields';
import type { Odoo } from './odoo';
import { accessError, OdooError, typeError, userError } from './odoo-error';
import type { Context, Method } from './rules';

/** A call over either transport: arguments in order, by name, or both. */
export interface ModelCall {
  readonly model: string;
  readonly method: string;
  readonly positional: readonly unknown[];
  readonly named: Record<string, unknown>;
  readonly transport: 'json-2' | 'json-rpc';
}

/** Finds the method, lays out its arguments and runs it in one transaction. */
export function callModel(odoo: Odoo, call: ModelCall): unknown {
  const method = methodOf(odoo, call);
  const { context = {}, ids: namedIds, ...args } = call.named;
  const positional = [...call.positional];
  let ids: number[] = [];
  if (method.onRecords) {
    const given: unknown = call.transport === 'json-2' ? (namedIds ?? []) : positional.shift();
    ids = typeof given === 'number' ? [given] : Array.isArray(given) ? (given as number[]) : [];
  }
  for (const [at, value] of positional.entries()) {
    const name = method.params[at];
    if (name === undefined)
      throw typeError(
        `${call.model}.${call.method}() takes ${method.params.length} arguments but ${positional.length} were given`,
      );
    args[name] = value;
  }
  refuseMissing(call, method, args);
  return odoo.db.transaction(() =>
    method.run(odoo, { model: call.model, ids, args, context: (context ?? {}) as Context }),
  );
}

/** Methods that the other version has. */
const NOT_IN: Record<OdooVersion, readonly string[]> = {
  17: ['formatted_read_group', 'has_groups', 'has_access'],
  19: ['user_has_groups'],
};

const REQUIRED: Record<string, readonly string[]> = {
  create: ['vals_list'],
  write: ['vals'],
  load: ['fields', 'data'],
};

function refuseMissing(call: ModelCall, method: Method, args: Record<string, unknown>): void {
  for (const name of REQUIRED[call.method] ?? []) {
    if (method === genericMethods[call.method] && args[name] === undefined) {
      throw typeError(`missing a required argument: '${name}'`);
    }
  }
}

function methodOf(odoo: Odoo, { model, method, transport }: ModelCall): Method {
  const json2 = transport === 'json-2';
  if (!odoo.fields.has(model)) {
    throw json2
      ? new OdooError('werkzeug.exceptions.NotFound', `the model '${model}' does not exist`, 404, [
          `the model '${model}' does not exist`,
          404,
        ])
      : userError(`Object ${model} doesn't exist`);
  }
  if (method.startsWith('_')) {
    const shown = odoo.version === 17 ? method : `'${model}.${method}'`;
    throw accessError(`Private methods (such as ${shown}) cannot be called remotely.`);
  }
  const own = odoo.rules(model).methods;
  const found =
    (own && Object.hasOwn(own, method) ? own[method] : undefined) ??
    (Object.hasOwn(genericMethods, method) ? genericMethods[method] : undefined);
  if (found && !NOT_IN[odoo.version].includes(method)) {
    // 17 asks has_group of the model, with the group as the only argument.
    return method === 'has_group' && odoo.version === 17 ? { ...found, onRecords: false } : found;
  }
  if (json2) {
    const message = `The method '${model}.${method}' does not exist`;
    throw new OdooError('werkzeug.exceptions.NotFound', message, 404, [message, 404]);
  }
  throw new OdooError(
    'builtins.AttributeError',
    `The method '${method}' does not exist on the model '${model}'`,
    500,
  );
}
