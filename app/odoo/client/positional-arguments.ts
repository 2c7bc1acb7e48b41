/**
 * The order of the arguments that JSON-RPC wants by position (`create` looks at its first argument itself; the others
 * are so called in Odoo's own clients, and a rename between versions does not matter then). What is not listed goes by name.
 */
const positions: Readonly<Record<string, readonly string[]>> = {
  create: ['vals_list'],
  write: ['vals'],
  load: ['fields', 'data'],
  search: ['domain'],
  search_count: ['domain'],
  search_read: ['domain', 'fields'],
  read: ['fields'],
  fields_get: ['allfields'],
};

/** Splits named arguments into those by position and the rest. A gap ends the positions: what follows goes by name. */
export function positionalArguments(
  method: string,
  named: Readonly<Record<string, unknown>>,
): { args: unknown[]; kwargs: Record<string, unknown> } {
  const kwargs: Record<string, unknown> = { ...named };
  const args: unknown[] = [];
  for (const name of positions[method] ?? []) {
    if (!(name in kwargs)) break;
    args.push(kwargs[name]);
    delete kwargs[name];
  }
  return { args, kwargs };
}
