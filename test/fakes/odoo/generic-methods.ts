import { type Deed, isAllowed, refuseWithoutRights } from './access-rights';
import type { Domain } from './domain';
import { load } from './load';
import type { Odoo } from './odoo';
import { readGroup } from './read-group';
import { type Call, type Method, onModel, onRecords } from './rules';
import { type Row, type Values, written } from './row';
import { search } from './search';

const page = ({ args }: Call) => ({
  order: (args.order as string | false | undefined) || undefined,
  limit: (args.limit as number | false | undefined) || undefined,
  offset: (args.offset as number | undefined) ?? 0,
});

const domainOf = (call: Call): Domain => (call.args.domain as Domain | undefined) ?? [];

function read(
  odoo: Odoo,
  model: string,
  rows: readonly Row[],
  names: unknown,
  plainLinks: boolean,
): Values[] {
  const fields = odoo.fieldsOf(model);
  const wanted = Array.isArray(names) && names.length > 0 ? (names as string[]) : [...fields.keys()];
  for (const name of wanted) odoo.field(model, name);
  return rows.map((row) => ({
    id: row.id,
    ...Object.fromEntries(wanted.map((name) => [name, odoo.json(model, row, name, plainLinks)])),
  }));
}

function matching(odoo: Odoo, call: Call): Row[] {
  refuseWithoutRights(odoo, call.model, 'access');
  return search(odoo, call.model, domainOf(call), call.context, page(call));
}

/** The methods that every model answers. */
export const genericMethods: Record<string, Method> = {
  search: onModel(['domain', 'offset', 'limit', 'order'], (odoo, call) =>
    matching(odoo, call).map((row) => row.id),
  ),
  search_count: onModel(['domain', 'limit'], (odoo, call) => matching(odoo, call).length),
  search_read: onModel(['domain', 'fields', 'offset', 'limit', 'order'], (odoo, call) =>
    read(odoo, call.model, matching(odoo, call), call.args.fields, call.args.load === null),
  ),
  read: onRecords(['fields', 'load'], (odoo, call) =>
    read(
      odoo,
      call.model,
      call.ids.flatMap((id) => odoo.table(call.model).get(id) ?? []),
      call.args.fields,
      call.args.load === null || call.args.load === '',
    ),
  ),
  create: onModel(['vals_list'], (odoo, call) => {
    const list = call.args.vals_list;
    if (!Array.isArray(list)) return odoo.create(call.model, list as Values, call.context);
    return list.map((vals: Values) => odoo.create(call.model, vals, call.context));
  }),
  write: onRecords(['vals'], (odoo, call) => {
    odoo.write(call.model, call.ids, call.args.vals as Values, call.context);
    return true;
  }),
  unlink: onRecords([], (odoo, call) => {
    odoo.unlink(call.model, call.ids, call.context);
    return true;
  }),
  exists: onRecords([], (odoo, call) => call.ids.filter((id) => odoo.table(call.model).get(id))),
  load: onModel(['fields', 'data'], (odoo, call) =>
    load(odoo, call.model, call.args.fields as string[], call.args.data as unknown[][], call.context),
  ),
  copy: onRecords(['default'], (odoo, call) => {
    const copies = odoo
      .rows(call.model, call.ids)
      .map((row) => copyOf(odoo, call.model, row, call.args.default));
    return odoo.version === 17 && copies.length === 1 ? copies[0] : copies;
  }),
  // Unlike ir.model.data itself, open to every user.
  get_external_id: onRecords([], (odoo, call) =>
    Object.fromEntries(
      odoo.rows(call.model, call.ids).map((row) => {
        const data = odoo
          .table('ir.model.data')
          .by('res_id', row.id)
          .find((one) => one.model === call.model);
        return [String(row.id), data ? odoo.displayName('ir.model.data', data.id) : ''];
      }),
    ),
  ),
  default_get: onModel(['fields_list'], () => ({})),
  name_search: onModel(['name', 'domain', 'operator', 'limit'], (odoo, call) => {
    const name = written(call.args.name).toLowerCase();
    const domain = (call.args.domain ?? call.args.args ?? []) as Domain;
    const limit = (call.args.limit as number | undefined) ?? 100;
    return search(odoo, call.model, domain, call.context)
      .map((row): [number, string] => [row.id, odoo.displayName(call.model, row.id)])
      .filter(([, display]) => display.toLowerCase().includes(name))
      .slice(0, limit);
  }),
  fields_get: onModel(['allfields', 'attributes'], (odoo, call) => {
    const wanted = call.args.allfields as string[] | undefined;
    const attributes = call.args.attributes as string[] | undefined;
    return Object.fromEntries(
      [...odoo.fieldsOf(call.model).values()]
        .filter((field) => !wanted?.length || wanted.includes(field.name))
        .map((field) => {
          const all: Values = {
            name: field.name,
            type: field.type,
            string: field.label,
            required: field.required,
            readonly: field.readonly,
            store: field.stored,
            ...(field.relation ? { relation: field.relation } : {}),
            ...(field.type === 'one2many' && field.partner ? { relation_field: field.partner } : {}),
            ...(field.type === 'monetary' ? { currency_field: field.partner } : {}),
            ...(field.type === 'selection' ? { selection: field.selection.map((key) => [key, key]) } : {}),
          };
          const shown = Object.entries(all).filter(
            ([key]) => !attributes?.length || attributes.includes(key),
          );
          return [field.name, Object.fromEntries(shown)];
        }),
    );
  }),
  read_group: onModel(['domain', 'fields', 'groupby', 'offset', 'limit', 'orderby', 'lazy'], (odoo, call) =>
    readGroup(odoo, call, 'read_group'),
  ),
  formatted_read_group: onModel(
    ['domain', 'groupby', 'aggregates', 'having', 'offset', 'limit', 'order'],
    (odoo, call) => readGroup(odoo, call, 'formatted_read_group'),
  ),
  // Raises unless told not to. Where all is well 17 says true, and 19, which keeps it for old callers, nothing.
  check_access_rights: onModel(['operation', 'raise_exception'], (odoo, call) => {
    if (call.args.raise_exception === false) return mayUse(odoo, call);
    refuseWithoutRights(odoo, call.model, deedOf(call));
    return odoo.version >= 19 ? null : true;
  }),
  has_access: onRecords(['operation'], (odoo, call) => mayUse(odoo, call)),
};

const DEEDS: Record<string, Deed> = { create: 'create', write: 'modify', unlink: 'delete', read: 'access' };

const deedOf = (call: Call): Deed => DEEDS[String(call.args.operation)] ?? 'access';

const mayUse = (odoo: Odoo, call: Call): boolean => isAllowed(odoo, call.model, deedOf(call));

/** A copy takes the columns and the links, and has its own name where the name is all that tells it apart. */
function copyOf(odoo: Odoo, model: string, row: Row, changes: unknown): number {
  const copy = odoo.table(model).insert({ ...row, create_date: odoo.now(), write_date: odoo.now() });
  const vals = { ...((changes ?? {}) as Values) };
  if (vals.name === undefined && typeof row.name === 'string') vals.name = `${row.name} (copy)`;
  odoo.rules(model).created?.(odoo, copy, { copiedFrom: row.id });
  odoo.write(model, [copy.id], vals);
  return copy.id;
}
