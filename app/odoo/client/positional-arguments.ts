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
  const order = positions[method] ?? [];
  const gap = order.findIndex((name) => !(name in named));
  const leading = gap < 0 ? order : order.slice(0, gap);
  return {
    args: leading.map((name) => named[name]),
    kwargs: Object.fromEntries(Object.entries(named).filter(([name]) => !leading.includes(name))),
  };
}
