import type { Domain } from './domain';
import { numberOf } from './fixed';
import type { Odoo } from './odoo';
import type { Call } from './rules';
import type { Row, Values } from './row';
import { search } from './search';

/** Sums and counts per group, in the form of `read_group` (17) or `formatted_read_group` (19). */
export function readGroup(odoo: Odoo, call: Call, form: 'read_group' | 'formatted_read_group'): Values[] {
  const domain = (call.args.domain as Domain | undefined) ?? [];
  const by = ([] as string[]).concat((call.args.groupby as string | string[] | undefined) ?? []);
  const sums = ((call.args.aggregates ?? call.args.fields ?? []) as string[])
    .map((name) => name.split(':')[0] ?? name)
    .filter((name) => name !== '__count' && !by.some((group) => group.split(':')[0] === name));
  const groups = new Map<string, { key: Values; rows: Row[] }>();
  for (const row of search(odoo, call.model, domain, call.context)) {
    const key = Object.fromEntries(by.map((group) => [group, groupValue(odoo, call.model, row, group)]));
    const id = JSON.stringify(key);
    const group = groups.get(id) ?? { key, rows: [] };
    groups.set(id, group);
    group.rows.push(row);
  }
  if (by.length === 0 && groups.size === 0) groups.set('', { key: {}, rows: [] });
  return [...groups.values()].map(({ key, rows }) => ({
    ...key,
    ...Object.fromEntries(
      sums.map((name) => [form === 'read_group' ? name : `${name}:sum`, sum(odoo, call.model, rows, name)]),
    ),
    ...(form === 'read_group' && by.length === 1 ? { [`${by[0]?.split(':')[0]}_count`]: rows.length } : {}),
    __count: rows.length,
  }));
}

function groupValue(odoo: Odoo, model: string, row: Row, group: string): unknown {
  const [name = '', step] = group.split(':');
  const value = odoo.json(model, row, name);
  if (step === 'month' && typeof value === 'string') return value.slice(0, 7);
  if (step === 'year' && typeof value === 'string') return value.slice(0, 4);
  return value;
}

function sum(odoo: Odoo, model: string, rows: readonly Row[], name: string): number {
  const field = odoo.field(model, name);
  if (field.type !== 'monetary') {
    return rows.reduce((total, row) => total + Number(odoo.read(model, row, name) ?? 0), 0);
  }
  let total = 0n;
  for (const row of rows) total += (odoo.read(model, row, name) as bigint | null) ?? 0n;
  return numberOf(total, rows[0] ? odoo.digitsOf(rows[0], field) : 2);
}
