import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { requestRun } from '~/jobs/request-run';
import { tellOfOrder } from '~/sync/orders/tell-of-order';
import { countOfEntries } from '~test/support/books-of-klopt';
import { historyOf } from '~test/support/history-of-world';
import { openWorld, type World } from '~test/support/klopt-world';
import { comeByThemselves, documentsInOdoo, idOf } from '~test/support/orders-of-world';
import { spawnWorker } from '~test/support/spawn-worker';
import { generatePayout } from '~test/trade-wins/generate-payout';

// A batch is a part, so that a history of a few hundred orders has many.
vi.mock('~/sync/orders/backfill-part', () => ({ partMs: 1 }));

let world: World;
const history = historyOf(() => world);

describe('A history whose worker is killed', () => {
  afterEach(() => world.stop());

  it('counts and posts everything once, however often it dies', async () => {
    world = await openWorld({ state: generatePayout({ charges: 24, refunds: 2 }) });
    world.shopify.faults.bulkPolls = 1;
    await history.begin();
    const until = async (state: string) => {
      for (let turn = 0; turn < 300 && (await history.now()).state !== state; turn += 1) await sleep(100);
      expect((await history.now()).state).toBe(state);
    };
    const dies = async (dieAt: string) => {
      const dying = spawnWorker(world, { dieAt });
      expect([dieAt, await dying.ended]).toEqual([dieAt, 'SIGKILL']);
    };
    await dies('database:6');
    const counting = spawnWorker(world);
    await until('counted');
    await counting.stop();
    expect(await history.now()).toMatchObject({ counted: 24, total: 24 });
    expect(countOfEntries(world.odoo)).toBe(0);
    await history.post();
    for (const dieAt of ['odoo:after:1', 'odoo:before:2', 'odoo:after:2']) await dies(dieAt);
    const last = spawnWorker(world);
    await until('done');
    await last.stop();
    const made = documentsInOdoo(world);
    expect(Object.keys(made)).toHaveLength(24);
    expect(Object.values(made).reduce((sum, count) => sum + count, 0)).toBe(26);
    expect(await world.test.database.order.count({ where: { state: 'posted' } })).toBe(24);
    const { done, posted } = await history.now();
    expect([done, posted]).toEqual([24, 24]);
  }, 60_000);

  it('lets a new order and a payout have their turn while it runs', async () => {
    const state = generatePayout({ charges: 460 });
    world = await openWorld({ state });
    world.shopify.faults.bulkPolls = 1;
    await comeByThemselves(world);
    await history.begin();
    await history.parts();
    await history.post();
    expect(await history.part()).toMatchObject({ kind: 'more' });
    expect(await history.now()).toMatchObject({ state: 'posting', done: 200 });
    await world.test.database.$transaction((rows) =>
      tellOfOrder(rows, world.domain, { orderId: idOf(10_460) }, new Date()),
    );
    const sync = await requestRun(world.task, world.shopId, 'sync-orders', { startedBy: 'clock' });
    const payouts = await requestRun(world.task, world.shopId, 'discover-payouts', { startedBy: 'clock' });
    // The queue has the history's next part, and behind it both runs: they end before the part after that begins.
    const worker = await world.work();
    while ((await history.now()).state === 'posting') await sleep(20);
    await worker.stop();
    const ends = await Promise.all(
      [sync, payouts].map(({ id }) => world.test.database.run.findUniqueOrThrow({ where: { id } })),
    );
    const { finishedAt, state: last } = await history.now();
    expect(last).toBe('done');
    for (const run of ends) expect(run.finishedAt?.getTime()).toBeLessThan(finishedAt?.getTime() ?? 0);
    expect(new Set(Object.values(documentsInOdoo(world)))).toEqual(new Set([1]));
  }, 60_000);
});
