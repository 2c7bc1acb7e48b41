import { z } from 'zod';
import type { AdminApi } from './admin-api';
import { readAnswer } from './answer';
import { ordersCountQuery } from './operations/orders';
import { orderSearch, type OrderSearch } from './order-search';

const answerShape = z.object({
  ordersCount: z.object({ count: z.number().int(), precision: z.string() }).nullable(),
});

/**
 * How many orders a search finds. Without a limit Shopify counts them all; with one it stops there, and `exact` is false.
 * undefined where Shopify does not say.
 */
export async function countOrders(
  api: AdminApi,
  search: OrderSearch,
  limit: number | null = null,
): Promise<{ readonly count: number; readonly exact: boolean } | undefined> {
  const answer = await api.query(ordersCountQuery, { query: orderSearch(search), limit });
  const { ordersCount } = readAnswer(answerShape, answer, 'the number of orders');
  return ordersCount ? { count: ordersCount.count, exact: ordersCount.precision === 'EXACT' } : undefined;
}
