import type { Prisma } from '@prisma/client';
import { createHash } from 'node:crypto';
import type { Database } from './client';

/** Orders written in one transaction, each with all that Shopify said of it: a payout may hold thousands. */
const chunk = 250;

/** Keeps what Shopify said of orders, as it was said: the documents can be made again from it without asking. */
export async function saveOrderSnapshots(
  database: Database,
  shopId: string,
  orders: ReadonlyMap<string, unknown>,
): Promise<void> {
  const all = [...orders];
  for (let start = 0; start < all.length; start += chunk) {
    await saveThese(database, shopId, all.slice(start, start + chunk));
  }
}

async function saveThese(
  database: Database,
  shopId: string,
  orders: readonly (readonly [orderId: string, raw: unknown])[],
): Promise<void> {
  const ids = orders.map(([orderId]) => orderId);
  const known = new Map(
    (
      await database.orderSnapshot.findMany({
        where: { shopId, orderId: { in: ids } },
        select: { orderId: true, hash: true },
      })
    ).map((row) => [row.orderId, row.hash]),
  );
  const changed = orders.flatMap(([orderId, raw]) => {
    const hash = createHash('sha256').update(JSON.stringify(raw)).digest('hex');
    return known.get(orderId) === hash
      ? []
      : [{ shopId, orderId, name: orderName(raw, orderId), raw: raw as Prisma.InputJsonValue, hash }];
  });
  if (changed.length === 0) return;
  await database.$transaction([
    database.orderSnapshot.deleteMany({
      where: { shopId, orderId: { in: changed.map(({ orderId }) => orderId) } },
    }),
    database.orderSnapshot.createMany({ data: changed, skipDuplicates: true }),
  ]);
}

/** What Shopify calls an order, where its answer says so: it may be one that nobody can read. */
export function orderName(raw: unknown, orderId: string): string {
  const { name } = raw as { name?: unknown };
  return typeof name === 'string' ? name : orderId;
}

export async function orderSnapshots(
  database: Database,
  shopId: string,
  ids: readonly string[],
): Promise<Map<string, unknown>> {
  const rows = await database.orderSnapshot.findMany({
    where: { shopId, orderId: { in: [...ids] } },
    select: { orderId: true, raw: true },
  });
  return new Map(rows.map((row) => [row.orderId, row.raw]));
}
