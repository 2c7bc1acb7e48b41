import type { Odoo } from './odoo';
import { userError, valueError } from './odoo-error';
import { type Row, written } from './row';

export type Leaf = readonly [string, string, unknown];
export type Domain = readonly (string | Leaf)[];

type Test = (row: Row) => boolean;

/** Turns a domain in Polish notation into a test; refuses fields that the model does not have, as Odoo does. */
export function testOf(odoo: Odoo, model: string, domain: Domain): Test {
  const stack: Test[] = [];
  for (const item of [...domain].reverse()) {
    if (item === '!') {
      const test = need(stack.pop());
      stack.push((row) => !test(row));
    } else if (item === '&' || item === '|') {
      const first = need(stack.pop());
      const second = need(stack.pop());
      stack.push(item === '&' ? (row) => first(row) && second(row) : (row) => first(row) || second(row));
    } else {
      stack.push(leafTest(odoo, model, item as Leaf));
    }
  }
  return (row) => stack.every((test) => test(row));
}

const need = (test: Test | undefined): Test => {
  if (!test) throw valueError('Domain() invalid item in domain');
  return test;
};

export function isLeaf(item: string | Leaf): item is Leaf {
  return typeof item !== 'string';
}

function leafTest(odoo: Odoo, model: string, leaf: Leaf): Test {
  const [path, operator, operand] = leaf;
  if (typeof path === 'number') return () => (path === operand) === (operator === '=');
  const [name = '', ...rest] = path.split('.');
  const field = odoo.fieldsOf(model).get(name);
  if (!field) {
    const where = odoo.version === 17 ? 'leaf' : 'condition';
    throw valueError(`Invalid field ${model}.${name} in ${where} (${leaf.map(python).join(', ')})`);
  }
  if (rest.length > 0 && field.relation) {
    const inner = leafTest(odoo, field.relation, [rest.join('.'), operator, operand]);
    const others = odoo.table(field.relation);
    return (row) =>
      idsIn(odoo.read(model, row, name)).some((id) => {
        const other = others.get(id);
        return other ? inner(other) : false;
      });
  }
  if (operator === 'child_of' || operator === 'parent_of')
    return familyTest(odoo, model, field.relation, leaf);
  const compare = comparison(odoo, leaf);
  if (field.relation) {
    const byName = typeof operand === 'string' || (Array.isArray(operand) && operand.some(isText));
    const negative = operator === '!=' || operator.startsWith('not');
    return (row) => {
      const ids = idsIn(odoo.read(model, row, name));
      if (ids.length === 0) return compare(null);
      const seen = ids.map((id) => (byName ? odoo.displayName(field.relation, id) : id));
      return negative ? seen.every(compare) : seen.some(compare);
    };
  }
  if (field.type === 'monetary' || field.type === 'float' || field.type === 'integer') {
    return (row) => compare(odoo.json(model, row, name));
  }
  return (row) => compare(odoo.read(model, row, name));
}

const isText = (value: unknown): value is string => typeof value === 'string';

function idsIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return Array.isArray(value) ? (value as number[]) : [];
}

function familyTest(odoo: Odoo, model: string, relation: string, [path, operator, operand]: Leaf): Test {
  const of = relation || model;
  const wanted = new Set(idsIn(operand));
  const belongs = (id: number): boolean => {
    const seen = new Set<number>();
    for (let at: number | null = id; at !== null && !seen.has(at);) {
      if (wanted.has(at)) return true;
      seen.add(at);
      const parent: unknown = odoo.table(of).get(at)?.parent_id;
      at = typeof parent === 'number' ? parent : null;
    }
    return false;
  };
  if (operator === 'parent_of') throw userError('the fake Odoo does not search parent_of');
  return (row) => idsIn(path === 'id' ? row.id : odoo.read(model, row, path)).some(belongs);
}

function comparison(odoo: Odoo, leaf: Leaf): (value: unknown) => boolean {
  const [, operator, operand] = leaf;
  const empty = operand === false || operand === null || operand === undefined;
  const same = (value: unknown, wanted: unknown): boolean =>
    wanted === false || wanted === null
      ? value === null || value === undefined || value === false || value === ''
      : value === wanted;
  switch (operator) {
    case '=':
    case '==':
      if (Array.isArray(operand)) return (value) => operand.some((one) => same(value, one));
      return (value) => same(value, operand);
    case '!=':
    case '<>':
      if (Array.isArray(operand)) return (value) => !operand.some((one) => same(value, one));
      return (value) => !same(value, operand);
    case 'in': {
      const wanted = new Set(Array.isArray(operand) ? (operand as unknown[]) : [operand]);
      return (value) => wanted.has(value) || (wanted.has(false) && same(value, false));
    }
    case 'not in': {
      const wanted = new Set(Array.isArray(operand) ? (operand as unknown[]) : [operand]);
      return (value) => !(wanted.has(value) || (wanted.has(false) && same(value, false)));
    }
    case '<':
      return (value) => !empty && value !== null && (value as string) < (operand as string);
    case '>':
      return (value) => !empty && value !== null && (value as string) > (operand as string);
    case '<=':
      return (value) => !empty && value !== null && (value as string) <= (operand as string);
    case '>=':
      return (value) => !empty && value !== null && (value as string) >= (operand as string);
    case 'like':
    case 'ilike':
    case '=like':
    case '=ilike':
    case 'not like':
    case 'not ilike':
      return pattern(operator, String(operand));
    default:
      throw valueError(
        `${odoo.version === 17 ? 'Invalid leaf' : 'Invalid operator in condition'} (${leaf.map(python).join(', ')})`,
      );
  }
}

function pattern(operator: string, operand: string): (value: unknown) => boolean {
  const exact = operator.startsWith('=');
  // A backslash makes % and _ stand for themselves, as in PostgreSQL.
  const source = operand.replace(/\\?[^]/g, (mark) => {
    if (mark === '%') return '.*';
    if (mark === '_') return '.';
    return (mark.length > 1 ? mark.slice(1) : mark).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  const wanted = new RegExp(exact ? `^${source}$` : source, operator.includes('ilike') ? 'is' : 's');
  const negative = operator.startsWith('not');
  return (value) => {
    const matches = typeof value === 'string' && wanted.test(value);
    return negative ? !matches : matches;
  };
}

/** As Python writes a value in its messages. */
export function python(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`;
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (value === null || value === undefined) return 'None';
  if (Array.isArray(value)) return `[${value.map(python).join(', ')}]`;
  return written(value);
}
