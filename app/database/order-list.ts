import type { Prisma } from '@prisma/client';
import type { Database } from './client';
import { likeLiteral } from './like-literal';

export type OrderListRow = NonNullable<Awaited<ReturnType<Database['order']['findUnique']>>>;

export interface OrderFilter {
  /** Any of these, somewhere in name, customer or amount; lower case. */
  readonly words?: readonly string[];
  readonly financialStatus?: string;
  readonly gateway?: string;
  /** Placed at this moment or later, and before that one. */
  readonly from?: Date;
  readonly before?: Date;
}

/** One page of a shop's orders, newest first. */
export async function orderRows(
  database: Database,
  shopId: string,
  filter: OrderFilter,
  { state, skip, take }: { state?: string; skip: number; take: number },
): Promise<OrderListRow[]> {
  return database.order.findMany({
    where: { ...whereOf(shopId, filter), ...(state ? { state } : {}) },
    // As the index has them: newest first, without sorting.
    orderBy: [{ placedAt: 'desc' }, { orderId: 'asc' }],
    skip,
    take,
  });
}

/** How many there are in each state. */
export async function orderCounts(
  database: Database,
  shopId: string,
  filter: OrderFilter,
): Promise<Map<string, number>> {
  const groups = await database.order.groupBy({
    by: ['state'],
    where: whereOf(shopId, filter),
    _count: { _all: true },
  });
  return new Map(groups.map((group) => [group.state, group._count._all]));
}

/** The ways to pay that its orders name, by Shopify's name. */
export async function orderGateways(database: Database, shopId: string): Promise<string[]> {
  const rows = await database.$queryRaw<{ gateway: string }[]>`
    SELECT DISTINCT unnest("gateways") AS gateway FROM "Order" WHERE "shopId" = ${shopId} ORDER BY 1 LIMIT 200`;
  return rows.map(({ gateway }) => gateway).filter((gateway) => gateway !== '');
}

function whereOf(shopId: string, filter: OrderFilter): Prisma.OrderWhereInput {
  const { words = [], financialStatus, gateway, from, before } = filter;
  return {
    shopId,
    ...(words.length > 0 ? { OR: words.map((word) => ({ search: { contains: likeLiteral(word) } })) } : {}),
    ...(financialStatus ? { financialStatus } : {}),
    ...(gateway ? { gateways: { has: gateway } } : {}),
    ...((from ?? before)
      ? { placedAt: { ...(from ? { gte: from } : {}), ...(before ? { lt: before } : {}) } }
      : {}),
  };
}
