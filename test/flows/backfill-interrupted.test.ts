import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { beginBackfill, postBackfill } from '~/jobs/request-backfill';
import { requestRun } from '~/jobs/request-run';
import { unfinishedRun } from '~/database/runs';
import { tasks } from '~/jobs/tasks';
import { tellOfOrder } from '~/sync/orders/tell-of-order';
import { countOfEntries } from '~test/support/books-of-klopt';
import { openWorld, type World } from '~test/support/klopt-world';
import { comeByThemselves, documentsInOdoo, idOf } from '~test/support/orders-of-world';
import { spawnWorker } from '~test/support/spawn-worker';
import { generatePayout } from '~test/trade-wins/generate-payout';

// A batch is a part, so that a history of a few hundred orders has many.
vi.mock('~/sync/orders/backfill-part', () => ({ partMs: 1 }));

let world: World;
const current = () => world.test.database.backfill.findFirstOrThrow({ orderBy: { startedAt: 'desc' } });
const begin = () => beginBackfill(world.task, world.shopId, { reach: 'all' });
const post = async () => postBackfill(world.task, world.shopId, (await current()).id);

/** The next part, as a worker does it. */
async function part(): Promise<boolean> {
  const run = await unfinishedRun(world.test.database, world.shopId, 'backfill', undefined);
  const verdict = run ? await tasks.backfill?.({ runId: run.id }, world.task) : undefined;
  return verdict?.kind === 'more';
}

describe('A history whose worker is killed', () => {
  afterEach(() => world.stop());

  it('counts and posts everything once, however often it dies', async () => {
    world = await openWorld({ state: generatePayout({ charges: 24, refunds: 2 }) });
    world.shopify.faults.bulkPolls = 1;
    await begin();
    const until = async (state: string) => {
      for (let turn = 0; turn < 300 && (await current()).state !== state; turn += 1) await sleep(100);
      expect((await current()).state).toBe(state);
    };
    const dies = async (dieAt: string) => {
      const dying = spawnWorker(world, { dieAt });
      expect([dieAt, await dying.ended]).toEqual([dieAt, 'SIGKILL']);
    };
    await dies('database:6');
    const counting = spawnWorker(world);
    await until('counted');
    await counting.stop();
    expect(await current()).toMatchObject({ counted: 24, total: 24 });
    expect(countOfEntries(world.odoo)).toBe(0);
    await post();
    for (const dieAt of ['odoo:after:1', 'odoo:before:2', 'odoo:after:2']) await dies(dieAt);
    const last = spawnWorker(world);
    await until('done');
    await last.stop();
    const made = documentsInOdoo(world);
    expect(Object.keys(made)).toHaveLength(24);
    expect(Object.values(made).reduce((sum, count) => sum + count, 0)).toBe(26);
    expect(await world.test.database.order.count({ where: { state: 'posted' } })).toBe(24);
    const { done, posted } = await current();
    expect([done, posted]).toEqual([24, 24]);
  }, 60_000);

  it('lets a new order and a payout have their turn while it runs', async () => {
    const state = generatePayout({ charges: 460 });
    world = await openWorld({ state });
    world.shopify.faults.bulkPolls = 1;
    await comeByThemselves(world);
    await begin();
    while (await part());
    await post();
    expect(await part()).toBe(true);
    expect(await current()).toMatchObject({ state: 'posting', done: 200 });
    await world.test.database.$transaction((rows) =>
      tellOfOrder(rows, world.domain, { orderId: idOf(10_460) }, new Date()),
    );
    const sync = await requestRun(world.task, world.shopId, 'sync-orders', { startedBy: 'clock' });
    const payouts = await requestRun(world.task, world.shopId, 'discover-payouts', { startedBy: 'clock' });
    // The queue has the history's next part, and behind it both runs: they end before the part after that begins.
    const worker = await world.work();
    while ((await current()).state === 'posting') await sleep(20);
    await worker.stop();
    const ends = await Promise.all(
      [sync, payouts].map(({ id }) => world.test.database.run.findUniqueOrThrow({ where: { id } })),
    );
    const { finishedAt, state: last } = await current();
    expect(last).toBe('done');
    for (const run of ends) expect(run.finishedAt?.getTime()).toBeLessThan(finishedAt?.getTime() ?? 0);
    expect(new Set(Object.values(documentsInOdoo(world)))).toEqual(new Set([1]));
  }, 60_000);
});
