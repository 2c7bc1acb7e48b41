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
  const edges = ordered.map((node, index) => ({ node, cursor: cursorOf(node, index) }));
  const start = after == null ? 0 : position(edges, after) + 1;
  const end = before == null ? edges.length : position(edges, before);
  const range = edges.slice(start, Math.max(start, end));
  const page = first != null ? range.slice(0, first) : range.slice(Math.max(0, range.length - (last ?? 0)));
  const from = first != null ? start : start + range.length - page.length;
  return {
    edges: page,
    nodes: page.map((edge) => edge.node),
    pageInfo: {
      hasPreviousPage: from > 0,
      hasNextPage: from + page.length < edges.length,
      startCursor: page[0]?.cursor ?? null,
      endCursor: page.at(-1)?.cursor ?? null,
    },
  };
}

function cursorOf(node: unknown, index: number): string {
  const id = (node as Entry | null)?.['id'];
  const lastId = typeof id === 'string' ? gidNumber(id) : `index-${index}`;
  return Buffer.from(JSON.stringify({ last_id: lastId })).toString('base64url');
}

function position(edges: { cursor: string }[], cursor: string): number {
  const index = edges.findIndex((edge) => edge.cursor === cursor);
  if (index < 0) throw badRequest('Invalid cursor for current pagination sort.');
  return index;
}

function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });
}
