import { GraphQLError } from 'graphql';
import { gidNumber } from './gid';
import type { Entry } from './read-state';

export type PageArguments = {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
  reverse?: boolean | null;
};

const largestPage = 250;

/** Serves a list as a Relay connection. A cursor names the item, so it stays good while the list grows. */
export function connection(items: unknown[], args: PageArguments) {
  const { first, last, after, before } = args;
  if (first == null && last == null) throw badRequest('you must provide one of first or last');
  if (first != null && last != null) {
    throw badRequest('providing both first and last is not supported');
  }
  for (const size of [first, last]) {
    if (size != null && (size < 0 || size > largestPage)) {
      throw badRequest(`${size} is out of range: a page has 0 to ${largestPage} items`);
    }
  }
  const ordered = args.reverse ? items.toReversed() : items;
  const start = after == null ? 0 : position(ordered, after) + 1;
  const end = Math.max(start, before == null ? ordered.length : position(ordered, before));
  const from = first != null ? start : Math.max(start, end - (last ?? 0));
  const until = first != null ? Math.min(end, start + first) : end;
  const page = ordered
    .slice(from, until)
    .map((node, index) => ({ node, cursor: cursorOf(lastId(node, from + index)) }));
  return {
    edges: page,
    nodes: page.map((edge) => edge.node),
    pageInfo: {
      hasPreviousPage: from > 0,
      hasNextPage: from + page.length < ordered.length,
      startCursor: page[0]?.cursor ?? null,
      endCursor: page.at(-1)?.cursor ?? null,
    },
  };
}

function lastId(node: unknown, index: number): string {
  const id = (node as Entry | null)?.['id'];
  return typeof id === 'string' ? gidNumber(id) : `index-${index}`;
}

function cursorOf(id: string): string {
  return Buffer.from(JSON.stringify({ last_id: id })).toString('base64url');
}

function position(items: unknown[], cursor: string): number {
  const wanted = /"last_id":"([^"]*)"/.exec(Buffer.from(cursor, 'base64url').toString('utf8'))?.[1];
  const index = items.findIndex((item, place) => lastId(item, place) === wanted);
  if (index < 0) throw badRequest('Invalid cursor for current pagination sort.');
  return index;
}

function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });
}
