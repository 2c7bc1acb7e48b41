import type { Database } from '../../app/database/client';
import { unfinishedRun } from '../../app/database/runs';
import { beginBackfill, postBackfill } from '../../app/jobs/request-backfill';
import { tasks } from '../../app/jobs/tasks';
import type { Verdict } from '../../app/jobs/verdict';
import { openWorld, type World } from './klopt-world';
import { aShop } from './shop-story';

export const fourOrders = () =>
  [1001, 1002, 1003, 1004].reduce((shop, number) => shop.sells(number), aShop());

/** A world of four orders whose bulk operation is done at the second look. */
export async function openFourOrders(): Promise<World> {
  const world = await openWorld({ state: fourOrders().state() });
  world.shopify.faults.bulkPolls = 1;
  return world;
}

/** The history of a world's shop, begun and worked off as a person and a worker do it. */
export function historyOf(worldNow: () => World) {
  /** The one that was begun last, as it stands. */
  const now = () => worldNow().test.database.backfill.findFirstOrThrow({ orderBy: { startedAt: 'desc' } });
  /** All of it, or what happened since a day. */
  const begin = (since?: string) => {
    const { task, shopId } = worldNow();
    return beginBackfill(task, shopId, since ? { reach: 'date', since } : { reach: 'all' });
  };
  const post = async () => postBackfill(worldNow().task, worldNow().shopId, (await now()).id);
  /** One part, as a worker does it; undefined where no run is asked for. */
  const part = async (database: Database = worldNow().test.database): Promise<Verdict | undefined> => {
    const { test, task, shopId } = worldNow();
    const run = await unfinishedRun(test.database, shopId, 'backfill', undefined);
    return run ? tasks.backfill?.({ runId: run.id }, { ...task, database }) : undefined;
  };
  /** All parts until there is no more, or something is in the way. Answers how many ended with more to come. */
  const parts = async (): Promise<number> => {
    for (let count = 0; ; count += 1) {
      const verdict = await part();
      if (verdict?.kind !== 'more') return count;
    }
  };
  const count = async (since?: string): Promise<void> => {
    await begin(since);
    await parts();
  };
  const ordersWith = (wanted: Record<string, unknown>): Promise<number> =>
    worldNow().test.database.order.count({ where: { shopId: worldNow().shopId, ...wanted } });
  return { now, begin, post, part, parts, count, ordersWith };
}
