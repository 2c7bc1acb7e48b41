import { responsePathAsArray, type GraphQLResolveInfo } from 'graphql';
import type { Call } from './call';
import { connection } from './connection';
import { inCurrency } from './payments-account';
import type { Entry } from './read-state';
import { search, sortEntries, unknownSearchFields } from './search';

const inPayoutCurrency = ['ShopifyPaymentsPayout', 'ShopifyPaymentsBalanceTransaction'];

/** A list as a connection: filtered by `query`, sorted by `sortKey`, paged. */
export function serveList(
  entries: Entry[],
  typeName: string,
  args: Record<string, unknown>,
  call: Call,
  info: GraphQLResolveInfo,
) {
  const { bulkSlice } = call;
  if (bulkSlice) {
    if (info.path.prev) return all(found(entries, typeName, args, call, info));
    bulkSlice.found ??= found(entries, typeName, args, call, info);
    return all(bulkSlice.found.slice(bulkSlice.from, bulkSlice.from + bulkSlice.size));
  }
  const served = connection(found(entries, typeName, args, call, info), args);
  call.objects += served.nodes.length;
  return served;
}

/** A list as a bulk operation reads it: whole. */
function all(entries: Entry[]) {
  return { edges: entries.map((node) => ({ node })) };
}

function found(
  entries: Entry[],
  typeName: string,
  args: Record<string, unknown>,
  call: Call,
  info: GraphQLResolveInfo,
): Entry[] {
  const { query, sortKey } = args;
  let found = entries;
  if (typeof query === 'string' && query.trim() !== '') {
    found = search(call.world, typeName, found, query);
    warn(typeName, query, call, info);
  }
  if (typeof sortKey === 'string') found = sortEntries(call.world, found, sortKey);
  const { currency } = call.faults;
  if (currency !== null && inPayoutCurrency.includes(typeName)) {
    found = found.map((entry) => inCurrency(entry, currency));
  }
  return found;
}

function warn(typeName: string, query: string, call: Call, info: GraphQLResolveInfo): void {
  const warnings = unknownSearchFields(typeName, query).map((field) => ({
    field,
    message: 'Invalid search field for this query.',
    code: 'invalid_field',
  }));
  if (warnings.length > 0) {
    call.search.push({ path: responsePathAsArray(info.path).map(String), query, warnings });
  }
}
