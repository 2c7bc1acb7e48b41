import { isJsonObject } from './is-json-object';

/** The lines of one object of a bulk result, level by level: the object, what is under it, what is under that. */
export type BulkLevels = object[][];

/**
 * An object of a connection as Shopify writes it to a bulk operation's file: its connections are taken out and become
 * lines of their own, naming the node that they stand under, however deep in its fields.
 */
export function bulkLines(node: object): { levels: BulkLevels; grouped: object[] } {
  const levels: BulkLevels = [];
  const grouped: object[] = [];

  function write(object: object, depth: number, parent: string | undefined): void {
    const children: object[] = [];
    const line = { ...(without(object, children) as object), ...(parent ? { __parentId: parent } : {}) };
    (levels[depth] ??= []).push(line);
    grouped.push(line);
    const id = (object as { id?: string }).id;
    for (const child of children) write(child, depth + 1, id ?? parent);
  }

  function without(value: unknown, children: object[]): unknown {
    if (Array.isArray(value)) return value.map((item) => without(item, children));
    if (!isJsonObject(value)) return value;
    const kept: Record<string, unknown> = {};
    for (const [name, field] of Object.entries(value)) {
      if (isJsonObject(field) && Array.isArray(field['edges'])) {
        children.push(...(field['edges'] as { node: object }[]).map((edge) => edge.node));
      } else kept[name] = without(field, children);
    }
    return kept;
  }

  write(node, 0, undefined);
  return { levels, grouped };
}
