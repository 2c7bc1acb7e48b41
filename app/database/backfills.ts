import { Prisma } from '@prisma/client';
import type { CalendarDate } from '../accounting/calendar-date';
import type { BackfillReach, BackfillState } from '../views/order-view';
import type { Database } from './client';

export type BackfillRecord = NonNullable<Awaited<ReturnType<Database['backfill']['findUnique']>>>;

export interface BackfillWish {
  readonly reach: BackfillReach;
  /** The first day; absent for all. */
  readonly since?: CalendarDate | string;
}

const open: BackfillState[] = ['counting', 'counted', 'posting', 'paused'];

/** The backfill that is not ended yet; the database's unique index sees that there is one at most. */
export async function openBackfill(database: Database, shopId: string): Promise<BackfillRecord | null> {
  return database.backfill.findFirst({ where: { shopId, state: { in: open } } });
}

/** Begins one, or answers the one that is not ended. */
export async function insertBackfill(
  database: Database,
  shopId: string,
  { reach, since }: BackfillWish,
): Promise<{ backfill: BackfillRecord; begun: boolean }> {
  for (;;) {
    const known = await openBackfill(database, shopId);
    if (known) return { backfill: known, begun: false };
    try {
      const backfill = await database.backfill.create({
        data: { shopId, reach, since: since ? new Date(`${since}T00:00:00Z`) : null },
      });
      return { backfill, begun: true };
    } catch (error) {
      if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== 'P2002') throw error;
    }
  }
}

/**
 * Moves a backfill from one state to another, and answers it as it is then; it stays as it is where it is in none of
 * `from`. null when the shop has no such backfill. Stopped for good, its orders wait for it no longer.
 */
export async function moveBackfill(
  database: Database,
  shopId: string,
  id: string,
  move: {
    readonly from: readonly BackfillState[];
    readonly to: BackfillState;
    readonly postingSince?: Date;
    readonly finishedAt?: Date;
  },
): Promise<BackfillRecord | null> {
  const { from, to, ...times } = move;
  const { count } = await database.backfill.updateMany({
    where: { id, shopId, state: { in: [...from] } },
    data: { state: to, ...times, ...(to === 'paused' ? {} : { problem: Prisma.DbNull }) },
  });
  if (count > 0 && to === 'stopped') {
    await database.order.updateMany({ where: { shopId, backfillId: id }, data: { backfillId: null } });
  }
  return database.backfill.findFirst({ where: { id, shopId } });
}
