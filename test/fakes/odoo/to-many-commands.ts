import type { Field } from './fields';
import type { Odoo } from './odoo';
import type { Context } from './rules';
import { links, type Row, type Values } from './row';

export const isToMany = (field: Field): boolean => field.type === 'one2many' || field.type === 'many2many';

export type Command = readonly [number, number?, unknown?];

export function commandsOf(value: unknown): Command[] {
  if (!Array.isArray(value)) return [];
  return value.map((item: unknown) =>
    Array.isArray(item) ? (item as unknown as Command) : ([4, Number(item)] as const),
  );
}

/** Odoo's commands: 0 create, 1 update, 2 delete, 3 unlink, 4 link, 5 clear, 6 set. */
export function applyCommands(
  odoo: Odoo,
  model: string,
  row: Row,
  field: Field,
  value: unknown,
  context: Context,
): void {
  if (field.type === 'many2many') setLinks(odoo, model, row, field, value, context);
  else if (field.partner) setChildren(odoo, row, field, value, context);
}

function setLinks(odoo: Odoo, model: string, row: Row, field: Field, value: unknown, context: Context): void {
  const linked = new Set(links(row, field.name));
  for (const [kind, id = 0, payload] of commandsOf(value)) {
    if (kind === 0) linked.add(odoo.create(field.relation, payload as Values, context));
    else if (kind === 1) odoo.write(field.relation, [id], payload as Values, context);
    else if (kind === 2 || kind === 3) linked.delete(id);
    else if (kind === 4) linked.add(id);
    else if (kind === 5) linked.clear();
    else if (kind === 6) {
      linked.clear();
      for (const one of payload as number[]) linked.add(one);
    }
  }
  odoo.table(model).patch(row.id, { [field.name]: [...linked] });
}

function setChildren(odoo: Odoo, row: Row, field: Field, value: unknown, context: Context): void {
  const children = odoo.table(field.relation);
  for (const [kind, id = 0, payload] of commandsOf(value)) {
    if (kind === 0) odoo.create(field.relation, { ...(payload as Values), [field.partner]: row.id }, context);
    else if (kind === 1) odoo.write(field.relation, [id], payload as Values, context);
    else if (kind === 2) odoo.unlink(field.relation, [id], context);
    else if (kind === 3) children.patch(id, { [field.partner]: null });
    else if (kind === 4) children.patch(id, { [field.partner]: row.id });
    else if (kind === 5 || kind === 6) {
      for (const child of children.by(field.partner, row.id))
        children.patch(child.id, { [field.partner]: null });
      if (kind === 6) for (const one of payload as number[]) children.patch(one, { [field.partner]: row.id });
    }
  }
}
