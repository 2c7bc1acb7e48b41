import type { Database } from '../../app/database/client';
import { unfinishedRun } from '../../app/database/runs';
import { beginBackfill, postBackfill } from '../../app/jobs/request-backfill';
import { tasks } from '../../app/jobs/tasks';
import type { Verdict } from '../../app/jobs/verdict';
import type { World } from './klopt-world';

/** The history that was begun last, as it stands. */
export const historyNow = (world: World) =>
  world.test.database.backfill.findFirstOrThrow({ orderBy: { startedAt: 'desc' } });

/** All of a shop's history, or what happened since a day. */
export const beginHistory = (world: World, since?: string) =>
  beginBackfill(world.task, world.shopId, since ? { reach: 'date', since } : { reach: 'all' });

export const postHistory = async (world: World) =>
  postBackfill(world.task, world.shopId, (await historyNow(world)).id);

/** One part of the history, as a worker does it; undefined where no run is asked for. */
export async function historyPart(
  world: World,
  database: Database = world.test.database,
): Promise<Verdict | undefined> {
  const run = await unfinishedRun(world.test.database, world.shopId, 'backfill', undefined);
  return run ? tasks.backfill?.({ runId: run.id }, { ...world.task, database }) : undefined;
}

/** All parts until there is no more, or something is in the way. Answers how many ended with more to come. */
export async function historyParts(world: World): Promise<number> {
  for (let count = 0; ; count += 1) {
    const verdict = await historyPart(world);
    if (verdict?.kind !== 'more') return count;
  }
}

export async function countHistory(world: World, since?: string): Promise<void> {
  await beginHistory(world, since);
  await historyParts(world);
}
