import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isObjectType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { concreteType } from './concrete-type';
import { expandGid, gidType, isGid } from './gid';
import { readMoney, readMoneyBag } from './money-form';
import { isJsonObject } from './is-json-object';
import type { JsonObject } from './shop-state';
import { textOf } from './text-of';

/** An object of the shop: the fields that the state gives, by their names in the schema. */
export type Entry = { [field: string]: unknown };

/** `"Order/1001"` where an object stands: the object is somewhere else in the state, or missing. */
export class Reference {
  constructor(readonly gid: string) {}
}

export type ReadState = {
  root: Entry;
  byGid: Map<string, Entry>;
  typeOf: WeakMap<Entry, GraphQLObjectType>;
  parentOf: WeakMap<Entry, Entry>;
};

/**
 * Reads a state by the schema: gids are written out, money is put in its full form, objects without an id get one,
 * and a field or an enum value that the Admin API does not have is refused with its path.
 */
export function readState(schema: GraphQLSchema, state: JsonObject, shopCurrency: string): ReadState {
  const read: ReadState = { root: {}, byGid: new Map(), typeOf: new WeakMap(), parentOf: new WeakMap() };
  const lastNumber = new Map<string, number>();

  function readValue(type: GraphQLOutputType, value: unknown, parent: Entry, path: string): unknown {
    const nullable = getNullableType(type);
    if (value === null) return null;
    if (isListType(nullable)) {
      return readArray(nullable.ofType, value, parent, path);
    }
    if (isLeafType(nullable)) {
      if (isEnumType(nullable) && !nullable.getValue(textOf(value))) {
        throw new Error(`${path}: ${nullable.name} has no value "${textOf(value)}".`);
      }
      if (nullable.name === 'ID') return expandGid(textOf(value));
      const asText = ['Decimal', 'Money', 'UnsignedInt64', 'BigInt'].includes(nullable.name);
      return asText ? textOf(value) : value;
    }
    const { name } = nullable as { name: string };
    if (name === 'MoneyBag') return readMoneyBag(value, shopCurrency, path);
    if (name === 'MoneyV2') return readMoney(value, shopCurrency, path);
    if (name.endsWith('Connection') && isObjectType(nullable)) {
      const nodes = nullable.getFields()['nodes'] ?? nullable.getFields()['edges'];
      const itemType = getNamedType(nodes?.type);
      const items = isJsonObject(value) ? value['nodes'] : value;
      return readArray(itemType as GraphQLOutputType, items, parent, path);
    }
    if (typeof value === 'string' && isGid(value)) return new Reference(expandGid(value));
    if (!isJsonObject(value)) throw new Error(`${path}: ${name} is an object or a gid.`);
    const keys = Object.keys(value);
    if (keys.length === 1 && typeof value['id'] === 'string') return new Reference(expandGid(value['id']));
    const objectType = isObjectType(nullable)
      ? nullable
      : isAbstractType(nullable)
        ? concreteType(schema, nullable, value)
        : undefined;
    if (!objectType) throw new Error(`${path}: say with __typename which ${name} this is.`);
    return readObject(objectType, value, parent, path);
  }

  function readArray(itemType: GraphQLOutputType, value: unknown, parent: Entry, path: string): unknown[] {
    if (!Array.isArray(value)) throw new Error(`${path} is a list.`);
    return value.map((item, index) => readValue(itemType, item, parent, `${path}[${index}]`));
  }

  function readObject(type: GraphQLObjectType, value: JsonObject, parent: Entry, path: string): Entry {
    const entry: Entry = {};
    read.typeOf.set(entry, type);
    read.parentOf.set(entry, parent);
    readFields(type, value, entry, path);
    const needsId = type.getFields()['id']?.type.toString() === 'ID!';
    if (needsId && entry['id'] === undefined) entry['id'] = nextGid(type.name);
    register(type, entry);
    return entry;
  }

  function readFields(type: GraphQLObjectType, value: JsonObject, entry: Entry, path: string): void {
    const fields = type.getFields();
    for (const [name, given] of Object.entries(value)) {
      if (given === undefined || name === '__typename') continue;
      if (name === '__listedUnder') {
        if (typeof given !== 'string') throw new Error(`${path}.${name} is the number of a payout`);
        entry[name] = given;
        continue;
      }
      const field = fields[name];
      if (!field) throw new Error(`${path}.${name}: the Admin API's ${type.name} has no such field.`);
      entry[name] = readValue(field.type, given, entry, `${path}.${name}`);
    }
  }

  function register(type: GraphQLObjectType, entry: Entry): void {
    const gid = entry['id'];
    if (typeof gid !== 'string') return;
    const named = gidType(gid);
    // An AssociatedOrder carries the order's gid without being that order.
    if (named !== type.name && named !== undefined && isObjectType(schema.getType(named))) return;
    const known = read.byGid.get(gid);
    if (!known || Object.keys(known).length < Object.keys(entry).length) read.byGid.set(gid, entry);
  }

  function nextGid(typeName: string): string {
    // Far from the ids that people write by hand, and the same at every start.
    const number = (lastNumber.get(typeName) ?? 900_000_000_000) + 1;
    lastNumber.set(typeName, number);
    return `gid://shopify/${typeName}/${number}`;
  }

  readFields(schema.getQueryType() as GraphQLObjectType, state, read.root, 'state');
  return read;
}
