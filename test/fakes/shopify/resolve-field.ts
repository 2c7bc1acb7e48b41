import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isListType,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLTypeResolver,
} from 'graphql';
import { adminSchema } from './admin-schema';
import type { Call } from './call';
import { concreteType } from './concrete-type';
import { connection } from './connection';
import { defaultValue } from './default-value';
import { gidNumber } from './gid';
import { mutate } from './mutations';
import { Reference, type Entry } from './read-state';
import { resolveRoot } from './resolve-root';
import { serveList } from './serve-list';
import { specialFields } from './special-fields';

/** The one resolver of the fake: reads the state, follows references, pages lists, and never leaves a field out. */
export const resolveField: GraphQLFieldResolver<Entry | undefined, Call, Record<string, unknown>> = (
  source,
  args,
  call,
  info,
) => {
  const { fieldName, parentType, returnType } = info;
  if (parentType.name === 'QueryRoot') {
    call.objects += 1;
    return resolveRoot(args, call, info);
  }
  if (parentType.name === 'Mutation') return mutate(fieldName, args, call);
  if (!source) return null;
  const given = specialFields[`${parentType.name}.${fieldName}`]?.(source, args, call) ?? source[fieldName];
  const type = getNullableType(returnType);
  const named = getNamedType(returnType);

  if (isObjectType(named) && named.name.endsWith('Connection')) {
    const nodes = named.getFields()['nodes'];
    const typeName = nodes ? getNamedType(nodes.type).name : '';
    const list = call.world.entries(given);
    return nodes ? serveList(list, typeName, args, call, info) : connection(list, args);
  }
  if (given === undefined || given === null) {
    if (fieldName === 'legacyResourceId') return gidNumber(String(source['id']));
    return ancestor(call, source, named.name) ?? defaultValue(call.world, returnType);
  }
  if (isListType(type)) {
    const list = given as unknown[];
    const first = args['first'];
    return typeof first === 'number' ? list.slice(0, first).map(follow) : list.map(follow);
  }
  return follow(given);

  function follow(value: unknown): unknown {
    if (value instanceof Reference) {
      const entry = call.world.find(value.gid);
      if (!entry && getNullableType(returnType) === returnType) return null;
      call.objects += 1;
      return entry ?? { id: value.gid };
    }
    if (typeof value === 'object') call.objects += 1;
    return value;
  }
};

/** `Refund.order`, `OrderTransaction.order` …: the object around this one, where it is of the wanted type. */
function ancestor(call: Call, source: Entry, typeName: string): Entry | undefined {
  for (let entry = call.world.parentOf(source); entry; entry = call.world.parentOf(entry)) {
    if (call.world.typeOf(entry)?.name === typeName) return entry;
  }
  return undefined;
}

export const resolveType: GraphQLTypeResolver<Entry, Call> = (value, call, _info, abstractType) => {
  const known = call.world.typeOf(value);
  const schema = adminSchema();
  if (known && schema.isSubType(abstractType, known)) return known.name;
  const concrete = isAbstractType(abstractType) ? concreteType(schema, abstractType, value) : undefined;
  return (concrete ?? schema.getPossibleTypes(abstractType)[0])?.name;
};
