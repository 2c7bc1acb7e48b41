import { type Domain, isLeaf, type Leaf, testOf } from './domain';
import type { Odoo } from './odoo';
import { valueError } from './odoo-error';
import type { Context } from './rules';
import type { Row, Value } from './row';

export interface Page {
  readonly order?: string | undefined;
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
}

/** Rows of a model that a domain describes, in Odoo's order, without the archived ones unless asked for. */
export function search(odoo: Odoo, model: string, domain: Domain, context: Context, page: Page = {}): Row[] {
  const test = testOf(odoo, model, domain);
  const hideArchived =
    odoo.fieldsOf(model).has('active') &&
    context.active_test !== false &&
    !domain.some((item) => isLeaf(item) && item[0] === 'active');
  const found: Row[] = [];
  for (const row of candidates(odoo, model, domain)) {
    if (hideArchived && odoo.read(model, row, 'active') === false) continue;
    if (test(row)) found.push(row);
  }
  found.sort(comparer(odoo, model, page.order || odoo.rules(model).order || 'id', page.order !== undefined));
  const from = page.offset ?? 0;
  return page.limit ? found.slice(from, from + page.limit) : found.slice(from);
}

const INDEXED = new Set(['many2one', 'char', 'selection', 'integer', 'many2one_reference']);

/** Narrows the search by the leaf with the fewest rows, so that it does not walk over a whole year of entries. */
function candidates(odoo: Odoo, model: string, domain: Domain): Iterable<Row> {
  const table = odoo.table(model);
  let fewest: Set<number> | null = anyOf(odoo, model, domain);
  for (const item of joined(domain)) {
    const ids = isLeaf(item) ? idsOfLeaf(odoo, model, item) : null;
    if (ids && (!fewest || ids.size < fewest.size)) fewest = ids;
  }
  if (!fewest) return [...table.rows.values()];
  return [...fewest].flatMap((id) => table.get(id) ?? []);
}

/** The rows of one leaf by the table's index; null where only a walk over all rows finds them. */
function idsOfLeaf(odoo: Odoo, model: string, [path, operator, operand]: Leaf): Set<number> | null {
  const rules = odoo.rules(model);
  const field = odoo.fieldsOf(model).get(path);
  if (!field || !INDEXED.has(field.type) || rules.computed?.[path]) return null;
  if (rules.partOf && path !== rules.partOf.link && !rules.partOf.own.includes(path) && path !== 'id') {
    return null;
  }
  const wanted =
    operator === 'in' && Array.isArray(operand)
      ? (operand as unknown[])
      : operator === '='
        ? [operand]
        : null;
  if (!wanted || wanted.some((value) => !indexable(field.type, value))) return null;
  const ids = new Set<number>();
  for (const value of wanted) {
    if (path === 'id') ids.add(value as number);
    else for (const id of odoo.table(model).idsBy(path, value as Value)) ids.add(id);
  }
  return ids;
}

/** The rows of a domain that is nothing but alternatives. */
function anyOf(odoo: Odoo, model: string, domain: Domain): Set<number> | null {
  const leaves = domain.filter(isLeaf);
  const isAny = leaves.length > 1 && domain.length === 2 * leaves.length - 1;
  if (!isAny || domain.some((item) => !isLeaf(item) && item !== '|')) return null;
  const parts = leaves.map((leaf) => idsOfLeaf(odoo, model, leaf));
  if (parts.some((part) => part === null)) return null;
  return new Set(parts.flatMap((part) => [...(part ?? [])]));
}

function indexable(type: string, value: unknown): boolean {
  if (type === 'char' || type === 'selection') return typeof value === 'string' && value !== '';
  return typeof value === 'number';
}

/** The leaves that must all hold. With an "or" or a "not" anywhere, none is relied on. */
function joined(domain: Domain): Domain {
  return domain.some((item) => item === '|' || item === '!') ? [] : domain;
}

/** The fake's own orders may use columns that are no fields, such as the order in which master data was recorded. */
function comparer(odoo: Odoo, model: string, order: string, asked: boolean): (a: Row, b: Row) => number {
  const keys = order.split(',').map((part) => {
    const [name = '', direction = 'asc'] = part.trim().split(/\s+/);
    if (asked && !odoo.fieldsOf(model).has(name))
      throw valueError(`Invalid field '${name}' on model '${model}'`);
    return { name, sign: direction.toLowerCase() === 'desc' ? -1 : 1 };
  });
  const cache = new Map<Row, unknown[]>();
  const valuesOf = (row: Row): unknown[] => {
    let values = cache.get(row);
    if (!values) {
      values = keys.map(({ name }) => (name.startsWith('fake_') ? row[name] : odoo.read(model, row, name)));
      cache.set(row, values);
    }
    return values;
  };
  return (a, b) => {
    const left = valuesOf(a);
    const right = valuesOf(b);
    for (const [at, { sign }] of keys.entries()) {
      const difference = compare(left[at], right[at]);
      if (difference !== 0) return sign * difference;
    }
    return a.id - b.id;
  };
}

/** Empty values come last, as in PostgreSQL. */
function compare(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === null || a === undefined) return 1;
  if (b === null || b === undefined) return -1;
  return (a as string) < (b as string) ? -1 : 1;
}
