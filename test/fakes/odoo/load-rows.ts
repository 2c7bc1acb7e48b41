import { externalRecord, splitExternalId, XID } from './external-ids';
import type { Field } from './fields';
import type { Odoo } from './odoo';
import type { Values } from './row';

/** A cell that cannot be understood: what `load` says about it in its messages. */
export class ImportProblem extends Error {
  constructor(
    message: string,
    readonly details: Record<string, unknown>,
  ) {
    super(message);
  }
}

type Path = readonly string[];

interface Part {
  readonly rows: { from: number; to: number };
  readonly data: unknown[][];
}

const isEmpty = (cell: unknown): boolean =>
  cell === '' || cell === false || cell === null || cell === undefined;

function lines(odoo: Odoo, model: string, path: Path): boolean {
  return path.length > 1 && odoo.fieldsOf(model).get(path[0] ?? '')?.type === 'one2many';
}

/** A record is its row and the rows below it that only carry lines. */
export function splitRecords(odoo: Odoo, model: string, paths: readonly Path[], data: unknown[][]): Part[] {
  const own = paths.flatMap((path, at) => (lines(odoo, model, path) ? [] : [at]));
  const parts: Part[] = [];
  for (const [at, row] of data.entries()) {
    const last = parts.at(-1);
    if (last && own.every((column) => isEmpty(row[column]))) {
      last.data.push(row);
      last.rows.to = at;
    } else {
      parts.push({ rows: { from: at, to: at }, data: [row] });
    }
  }
  return parts;
}

export function convertRecord(odoo: Odoo, model: string, paths: readonly Path[], rows: unknown[][]): Values {
  const vals: Values = {};
  const first = rows[0] ?? [];
  const done = new Set<string>();
  for (const [at, path] of paths.entries()) {
    const [name = '', ...rest] = path;
    if (name === 'id' && rest.length === 0) {
      if (!isEmpty(first[at])) vals[XID] = String(first[at]);
      continue;
    }
    if (name === '.id') {
      if (!isEmpty(first[at])) vals.id = Number(first[at]);
      continue;
    }
    const field = odoo.field(model, name, 'load');
    if (lines(odoo, model, path)) {
      if (done.has(name)) continue;
      done.add(name);
      vals[name] = lineCommands(odoo, field, paths, rows);
    } else {
      vals[name] = convertCell(odoo, field, rest[0], first[at]);
    }
  }
  return vals;
}

/** A known record is found by its id; what is written to it is the rest. */
export const withoutIds = (vals: Values): Values =>
  Object.fromEntries(Object.entries(vals).filter(([name]) => name !== XID && name !== 'id'));

function lineCommands(odoo: Odoo, field: Field, paths: readonly Path[], rows: unknown[][]): unknown[] {
  const columns = paths.flatMap((path, at) => (path[0] === field.name ? [at] : []));
  const inner = columns.map((at) => (paths[at] ?? []).slice(1));
  const cells = rows.map((row) => columns.map((at) => row[at])).filter((row) => !row.every(isEmpty));
  return splitRecords(odoo, field.relation, inner, cells).flatMap(({ data }) => {
    const vals = insideOf(field, () => convertRecord(odoo, field.relation, inner, data));
    const xid = vals[XID];
    const known = typeof xid === 'string' ? externalRecord(odoo, xid)?.res_id : vals.id;
    if (typeof known === 'number') {
      // As Odoo does: a record that exists is linked, which moves it here, and written.
      return [
        [4, known],
        [1, known, withoutIds(vals)],
      ];
    }
    return [[0, 0, vals]];
  });
}

/** What is wrong in a line is said of the field that holds the lines, with both labels. */
function insideOf<T>(field: Field, convert: () => T): T {
  try {
    return convert();
  } catch (error) {
    if (!(error instanceof ImportProblem)) throw error;
    const label = String(error.details.field_name);
    throw new ImportProblem(error.message.replace(`field '${label}'`, `field '${field.label}/${label}'`), {
      ...error.details,
      field: field.name,
      field_name: field.label,
    });
  }
}

function convertCell(odoo: Odoo, field: Field, part: string | undefined, cell: unknown): unknown {
  if (field.type === 'many2one') return isEmpty(cell) ? false : linked(odoo, field, part, cell);
  if (field.type === 'many2many' || field.type === 'one2many') {
    const names = isEmpty(cell) ? [] : String(cell).split(',');
    return [[6, 0, names.map((name) => linked(odoo, field, part, name.trim()))]];
  }
  if (isEmpty(cell)) return false;
  const written = String(cell);
  switch (field.type) {
    case 'integer':
    case 'float':
    case 'monetary':
      if (!/^[-+]?\d*\.?\d*$/.test(written.trim())) {
        const kind = field.type === 'integer' ? 'an integer' : 'a number';
        throw problem(field, `'${written}' does not seem to be ${kind} for field '${field.label}'`);
      }
      return written.trim();
    case 'boolean':
      return ['1', 'true', 'yes'].includes(written.toLowerCase());
    case 'date':
      if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) {
        throw problem(field, `'${written}' does not seem to be a valid date for field '${field.label}'`, {
          moreinfo: "Use the format '2012-12-31'",
        });
      }
      return written;
    case 'selection':
      if (!field.selection.includes(written)) {
        throw problem(field, `Value '${written}' not found in selection field '${field.label}'`);
      }
      return written;
    default:
      return written;
  }
}

function problem(field: Field, message: string, more: Record<string, unknown> = {}): ImportProblem {
  return new ImportProblem(message, { field: field.name, field_name: field.label, ...more });
}

/** `/.id` names a database id, `/id` an external id, nothing a name. */
function linked(odoo: Odoo, field: Field, part: string | undefined, cell: unknown): number {
  const written = String(cell);
  const table = odoo.table(field.relation);
  if (part === '.id') {
    const row = table.get(Number(written));
    if (row) return row.id;
    throw problem(
      field,
      `No matching record found for database id '${written}' in field '${field.label}'`,
      hint(odoo, field, true),
    );
  }
  if (part === 'id') {
    const data = externalRecord(odoo, written);
    if (data && data.model === field.relation) return Number(data.res_id);
    const full = splitExternalId(written).join('.');
    throw problem(
      field,
      `No matching record found for external id '${full}' in field '${field.label}'`,
      hint(odoo, field, true),
    );
  }
  for (const row of table.rows.values()) {
    if (odoo.displayName(field.relation, row.id) === written || row.name === written) return row.id;
  }
  throw problem(
    field,
    `No matching record found for name '${written}' in field '${field.label}'`,
    hint(odoo, field, false),
  );
}

function hint(odoo: Odoo, field: Field, byId: boolean): Record<string, unknown> {
  return {
    moreinfo: {
      name: 'Possible Values',
      type: 'ir.actions.act_window',
      target: 'new',
      view_mode: odoo.version === 17 ? 'tree,form' : 'list,form',
      views: [
        [false, 'list'],
        [false, 'form'],
      ],
      context: { create: false },
      help: 'See all possible values',
      ...(byId
        ? { res_model: 'ir.model.data', domain: [['model', '=', field.relation]] }
        : { res_model: field.relation }),
    },
  };
}
