import { z } from 'zod';
import type { AdminApi } from './admin-api';
import { instant, pageInfo, readAnswer, tailOfGid } from './answer';
import { changedOrdersQuery } from './operations/orders';
import { orderSearch, type OrderSearch } from './order-search';

/** An order that changed, and when. */
export interface ChangedOrder {
  readonly id: string;
  readonly name: string;
  readonly updatedAt: string;
}

const answerShape = z.object({
  orders: z.object({
    pageInfo,
    nodes: z.array(z.object({ id: z.string(), name: z.string(), updatedAt: instant })),
  }),
});

/**
 * Orders that a search finds, oldest change first, a page of at most 250 at a time: nothing is kept from page to page.
 * Shopify's search lags behind by seconds, so ask again from a little before the last change that was seen. An order that
 * changes while the pages are read moves to the end and may come twice.
 */
export async function* findChangedOrders(
  api: AdminApi,
  search: OrderSearch,
): AsyncGenerator<readonly ChangedOrder[]> {
  let after: string | null = null;
  for (;;) {
    const answer = await api.query(changedOrdersQuery, { query: orderSearch(search), first: 250, after });
    const { nodes, pageInfo: more } = readAnswer(answerShape, answer, 'changed orders').orders;
    if (nodes.length > 0) yield nodes.map((node) => ({ ...node, id: tailOfGid(node.id) }));
    if (!more.hasNextPage || !more.endCursor) return;
    after = more.endCursor;
  }
}
