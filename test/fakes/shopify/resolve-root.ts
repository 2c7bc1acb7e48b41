import { getNamedType, isObjectType, type GraphQLResolveInfo } from 'graphql';
import type { Call } from './call';
import { connection } from './connection';
import { defaultValue } from './default-value';
import { expandGid } from './gid';
import { webhookSubscriptions } from './mutations';
import { paymentsAccount } from './payments-account';
import { search } from './search';
import { serveList } from './serve-list';

type Arguments = Record<string, unknown>;
type RootField = (args: Arguments, call: Call) => unknown;

/** Fields of QueryRoot that are more than a look-up by id or a list. */
const rootFields: Record<string, RootField> = {
  shop: (_args, { world }) => world.entry(world.root['shop']),
  shopifyPaymentsAccount: (_args, call) => paymentsAccount(call),
  node: ({ id }, { world }) => world.find(expandGid(String(id))) ?? null,
  nodes: ({ ids }, { world }) => (ids as string[]).map((id) => world.find(expandGid(id)) ?? null),
  bulkOperation: ({ id }, call) => call.bulk.poll(expandGid(String(id)), call),
  bulkOperations: (args, { bulk, world }) => {
    const wanted = /status:(\w+)/i.exec(typeof args['query'] === 'string' ? args['query'] : '')?.[1];
    const entries = bulk
      .of(world.domain)
      .filter((entry) => !wanted || String(entry['status']) === wanted.toUpperCase());
    return connection(entries.toReversed(), args);
  },
  ordersCount: ({ query, limit }, { world }) => {
    const orders = world.list('orders');
    const found =
      typeof query === 'string' && query.trim() !== '' ? search(world, 'Order', orders, query) : orders;
    const most = typeof limit === 'number' ? limit : Infinity;
    return found.length > most
      ? { count: most, precision: 'AT_LEAST' }
      : { count: found.length, precision: 'EXACT' };
  },
  webhookSubscriptions: ({ first }, { world }) =>
    connection(webhookSubscriptions(world), { first: typeof first === 'number' ? first : null }),
  currentAppInstallation: (_args, { world, scopes }) => ({
    id: 'gid://shopify/AppInstallation/1',
    accessScopes: scopes.map((handle) => ({ handle, description: handle })),
    ...world.entry(world.root['currentAppInstallation']),
  }),
};

export function resolveRoot(args: Arguments, call: Call, info: GraphQLResolveInfo): unknown {
  const { fieldName } = info;
  const field = rootFields[fieldName];
  if (field) return field(args, call);
  const named = getNamedType(info.returnType);
  const given = call.world.root[fieldName];
  if (named.name.endsWith('Connection') && isObjectType(named)) {
    const nodes = named.getFields()['nodes'];
    const typeName = nodes ? getNamedType(nodes.type).name : '';
    const entries = given === undefined ? call.world.all(typeName) : call.world.list(fieldName);
    return serveList(entries, typeName, args, call, info);
  }
  if (typeof args['id'] === 'string') {
    const entry = call.world.find(expandGid(args['id']));
    return entry && call.world.typeOf(entry)?.name === named.name ? entry : null;
  }
  return given ?? defaultValue(call.world, info.returnType);
}
