import type { Prisma } from '@prisma/client';
import type { Finding } from '../accounting/finding';
import type { BackfillObstacle, BackfillState } from '../views/order-view';
import type { Database } from './client';
import { findingJson } from './findings';

export async function backfillIsIn(
  database: Database,
  shopId: string,
  id: string,
  state: BackfillState,
): Promise<boolean> {
  return (await database.backfill.count({ where: { id, shopId, state } })) > 0;
}

/** The oldest orders that a backfill has not brought to Odoo yet. */
export async function nextOfBackfill(
  database: Database,
  shopId: string,
  backfillId: string,
  limit: number,
): Promise<string[]> {
  const rows = await database.order.findMany({
    where: { shopId, backfillId },
    orderBy: [{ placedAt: 'asc' }, { orderId: 'asc' }],
    take: limit,
    select: { orderId: true },
  });
  return rows.map(({ orderId }) => orderId);
}

/** A batch of counted orders: those that are for the books wait for the backfill. In one step with how far it is. */
export async function noteBatchCounted(
  database: Database,
  shopId: string,
  backfillId: string,
  orderIds: readonly string[],
  counts: {
    readonly counted: number;
    readonly leftOut: number;
    readonly obstacles: readonly BackfillObstacle[];
    readonly readTo: number;
  },
): Promise<void> {
  await database.$transaction([
    database.order.updateMany({
      where: { shopId, orderId: { in: [...orderIds] } },
      data: { backfillId },
    }),
    database.backfill.update({
      where: { id: backfillId, shopId },
      data: {
        counted: { increment: counts.counted },
        readTo: counts.readTo,
        leftOut: { increment: counts.leftOut },
        obstacles: counts.obstacles as unknown as Prisma.InputJsonValue,
      },
    }),
  ]);
}

/** A batch that was brought to Odoo waits no longer; what of it a person has to see is in its findings. */
export async function noteBatchPosted(
  database: Database,
  shopId: string,
  backfillId: string,
  orderIds: readonly string[],
  counts: {
    readonly posted: number;
    readonly needsAttention: number;
    readonly leftOut: number;
    readonly workedMs: number;
  },
): Promise<void> {
  const ofBatch = { shopId, backfillId, orderId: { in: [...orderIds] } };
  await database.$transaction([
    // As if a person had asked for each: one that waits for a mapping goes on once that is there.
    database.order.updateMany({
      where: { ...ofBatch, pendingSince: null },
      data: { requestedBy: 'backfill' },
    }),
    database.order.updateMany({ where: ofBatch, data: { backfillId: null } }),
    database.backfill.update({
      where: { id: backfillId, shopId },
      data: {
        done: { increment: orderIds.length },
        posted: { increment: counts.posted },
        needsAttention: { increment: counts.needsAttention },
        leftOut: { increment: counts.leftOut },
        workedMs: { increment: counts.workedMs },
      },
    }),
  ]);
}

export async function endBackfill(database: Database, shopId: string, id: string, at: Date): Promise<void> {
  await database.backfill.updateMany({
    where: { id, shopId, state: { in: ['counting', 'posting'] } },
    data: { state: 'done', finishedAt: at },
  });
}

/** Puts a backfill aside until a person has solved what is in its way. */
export async function pauseForPerson(
  database: Database,
  shopId: string,
  id: string,
  problem: Finding,
): Promise<void> {
  await database.backfill.updateMany({
    where: { id, shopId, state: { in: ['counting', 'posting'] } },
    data: { state: 'paused', problem: findingJson(problem) },
  });
}

export async function noteBulkStarted(
  database: Database,
  shopId: string,
  id: string,
  bulkOperationId: string | null,
): Promise<void> {
  await database.backfill.update({
    where: { id, shopId },
    data: { bulkOperationId, readTo: 0, counted: 0, leftOut: 0, obstacles: [] },
  });
}

/** Bulk operations of histories that a person stopped while they were counted. */
export async function abandonedBulks(
  database: Database,
  shopId: string,
): Promise<{ id: string; bulkOperationId: string }[]> {
  const rows = await database.backfill.findMany({
    where: { shopId, state: 'stopped', postingSince: null, bulkOperationId: { not: null } },
    select: { id: true, bulkOperationId: true },
  });
  return rows.flatMap(({ id, bulkOperationId }) => (bulkOperationId ? [{ id, bulkOperationId }] : []));
}

export async function noteBulkAbandoned(database: Database, shopId: string, id: string): Promise<void> {
  await database.backfill.update({ where: { id, shopId }, data: { bulkOperationId: null } });
}

/** How many orders Shopify found so far. */
export async function noteBulkProgress(
  database: Database,
  shopId: string,
  id: string,
  total: number,
): Promise<void> {
  await database.backfill.update({ where: { id, shopId }, data: { total } });
}

/** All was counted; `total` is now what there is to bring. */
export async function noteCounted(database: Database, shopId: string, id: string): Promise<void> {
  const total = await database.order.count({ where: { shopId, backfillId: id } });
  await database.backfill.updateMany({
    where: { id, shopId, state: 'counting' },
    data: { state: 'counted', total },
  });
}
