import {
  getNamedType,
  GraphQLError,
  isListType,
  getNullableType,
  Kind,
  OperationTypeNode,
  parse,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type SelectionSetNode,
} from 'graphql';
import { adminSchema } from './admin-schema';

export type BulkUserError = { field: string[] | null; message: string; code: string };

type Level = { name: string; connection: boolean; list: boolean; node: FieldNode };

/** Why Shopify would refuse a bulk query, in its recorded words; nothing where it would run it. */
export function bulkQueryErrors(query: string): { document?: DocumentNode; errors: BulkUserError[] } {
  const invalid = (message: string): BulkUserError => ({ field: ['query'], message, code: 'INVALID' });
  let document: DocumentNode;
  try {
    document = parse(query);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const what = query.trim() === '' ? 'syntax error, unexpected end of file' : error.message;
    return { errors: [invalid(`Invalid bulk query: ${what}`)] };
  }
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (operation?.operation !== OperationTypeNode.QUERY) {
    return { errors: [invalid('Invalid operation type. Only `query` operations are supported.')] };
  }
  const refused = validate(adminSchema(), document)[0];
  if (refused) return { errors: [invalid(`Invalid bulk query: ${refused.message}`)] };
  return { document, errors: messagesOf(document).map(invalid) };
}

function messagesOf(document: DocumentNode): string[] {
  const typeInfo = new TypeInfo(adminSchema());
  const levels: Level[] = [];
  const withNodes: string[] = [];
  const withoutId: string[] = [];
  let connections = 0;
  let deepest = 0;
  const roots: string[] = [];
  const inLists: string[] = [];
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field: {
        enter(node) {
          const type = typeInfo.getType();
          const name = node.name.value;
          const connection = Boolean(type && getNamedType(type).name.endsWith('Connection'));
          if (levels.length === 0) roots.push(name);
          if (connection) {
            connections += 1;
            const above = levels.filter((level) => level.connection);
            deepest = Math.max(deepest, above.length);
            // The lists of a connection itself (`edges`) do not count.
            if (levels.some((level) => level.list && level.name !== 'edges')) inLists.push(name);
            if (selects(node.selectionSet, 'nodes')) withNodes.push(name);
            const parent = above.at(-1);
            if (parent && !selectsId(parent.node) && !withoutId.includes(parent.name)) {
              withoutId.push(parent.name);
            }
          }
          const list = Boolean(type && isListType(getNullableType(type)));
          levels.push({ name, connection, list, node });
        },
        leave() {
          levels.pop();
        },
      },
    }),
  );
  const quoted = withNodes.map((name) => `'${name}'`).join(', ');
  return [
    roots.includes('node') && 'Bulk queries cannot contain a top level `node` field.',
    connections === 0 && 'Bulk queries must contain at least one connection.',
    connections > 5 && 'Bulk queries cannot contain more than 5 connections.',
    deepest > 2 && 'Bulk queries cannot contain connections with a nesting depth greater than 2.',
    inLists.length > 0 &&
      'Queries that contain a connection field within a list field are not currently supported.',
    withNodes.length > 0 &&
      `All connection fields in a bulk query must select their contents using 'edges' > 'node', e.g: '${withNodes[0]} { edges { node {'. Selecting via 'nodes' is not supported. Invalid connection fields: ${quoted}.`,
    withoutId.length > 0 &&
      `The parent 'node' field for a nested connection must select the 'id' field without an alias and must be of 'ID' return type. Connection fields without 'id': ${withoutId.join(', ')}.`,
  ].filter((message) => typeof message === 'string');
}

function selects(set: SelectionSetNode | undefined, name: string): FieldNode | undefined {
  return set?.selections.find(
    (selection): selection is FieldNode => selection.kind === Kind.FIELD && selection.name.value === name,
  );
}

function selectsId(connection: FieldNode): boolean {
  const node = selects(selects(connection.selectionSet, 'edges')?.selectionSet, 'node');
  const id = selects(node?.selectionSet, 'id');
  return id !== undefined && id.alias === undefined;
}
