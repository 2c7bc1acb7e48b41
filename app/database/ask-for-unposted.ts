import { openBackfill } from './backfills';
import type { Database } from './client';

/** A person asks for every order that is new or needs attention; answers how many. One statement, however many there are. */
export async function askForUnposted(database: Database, shopId: string, at: Date): Promise<number> {
  const { count } = await database.order.updateMany({
    where: { shopId, state: { in: ['new', 'needs-attention'] } },
    data: { state: 'queued', pendingSince: at, requestedBy: 'person' },
  });
  return count;
}

/**
 * Asks again for orders that the merchant's choices about orders kept out when they were read: the poll would not, as
 * their version is known. Only those that Shopify changed from `since` on; those of a history that is not ended come with
 * that, or with the next poll (askForOnlyRead).
 */
export async function askForLeftByChoice(
  database: Database,
  shopId: string,
  at: Date,
  since: Date = new Date(0),
): Promise<number> {
  const kept = {
    ...{ shopId, pendingSince: null, backfillId: null, shopifyUpdatedAt: { gte: since } },
    OR: [
      { state: 'new', reason: { in: ['not-automatic', 'status', 'day-open'] } },
      { state: 'left-out', reason: { in: ['before-start', 'status'] } },
    ],
  };
  const queued = { state: 'queued', pendingSince: at };
  // One after the other: the second finds what the first has left.
  const [{ count: asked }, { count: others }] = await database.$transaction([
    database.order.updateMany({
      where: { ...kept, requestedBy: { in: ['person', 'backfill'] } },
      data: { ...queued, requestedBy: 'person' },
    }),
    database.order.updateMany({ where: kept, data: { ...queued, requestedBy: 'poll' } }),
  ]);
  return asked + others;
}

/**
 * Asks, where orders come by themselves, for those that were only read: counted by a history that was stopped, or that
 * nobody has posted. The poll would not, as their version is known. Those of a history that is being posted come with that.
 */
export async function askForOnlyRead(
  database: Database,
  shopId: string,
  at: Date,
  since: Date,
): Promise<number> {
  const history = await openBackfill(database, shopId);
  const posting = history?.state === 'posting' ? history.id : undefined;
  const { count } = await database.order.updateMany({
    where: {
      ...{ shopId, pendingSince: null, shopifyUpdatedAt: { gte: since } },
      ...{ state: 'new', reason: 'not-automatic' },
      ...(posting ? { OR: [{ backfillId: null }, { backfillId: { not: posting } }] } : {}),
    },
    data: { state: 'queued', pendingSince: at, requestedBy: 'poll' },
  });
  return count;
}
