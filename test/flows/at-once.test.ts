import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beginRun } from '~/database/runs';
import { requestRun } from '~/jobs/request-run';
import { requestSync, requestSyncOfReady } from '~/jobs/request-sync';
import type { Queue } from '~/jobs/queue';
import { tasks } from '~/jobs/tasks';
import { planPayout } from '~/sync/plan-payout';
import { previewPayout } from '~/sync/preview-payout';
import { noProgress } from '~/sync/progress';
import { recordCheck } from '~/sync/record-check';
import { booksOfKlopt, countOfEntries } from '~test/support/books-of-klopt';
import { openWorld, type World } from '~test/support/klopt-world';
import { openRoutes } from '~test/support/routes';
import { aShop } from '~test/support/shop-story';
import { spawnWorker } from '~test/support/spawn-worker';

/** Two documents and two lines for 71, one of each for 72, and a transfer for both: eight entries. */
const story = () => aShop().sells(1001).sells(1002).pays(71).sells(1003).pays(72, { day: '2026-11-17' });

describe('When things happen at once', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld({ state: story().state() });
    await world.discover();
  });
  afterEach(() => world.stop());

  const syncRuns = () => world.test.database.run.findMany({ where: { kind: 'sync-payout' } });
  const allEnded = async () => {
    for (let turn = 0; turn < 300; turn += 1) {
      const open = await world.test.database.run.count({ where: { finishedAt: null } });
      if (open === 0) return;
      await sleep(50);
    }
    throw new Error('the runs did not end');
  };

  it('five clicks from several browsers make one run and one set of entries', async () => {
    const ask = openRoutes(world);
    const { action } = await import('~/routes/api.payouts.$id.sync');
    const click = () => ask(action, '/api/payouts/71/sync', { method: 'POST', params: { id: '71' } });
    const answers = await Promise.all([click(), click(), click(), click(), click()]);
    const bodies = (await Promise.all(answers.map((answer) => answer.json()))) as { run: { id: string } }[];
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(bodies.map(({ run }) => run.id)).size).toBe(1);
    const workers = [await world.work(), await world.work()];
    await allEnded();
    for (const worker of workers) await worker.stop();
    expect(await syncRuns()).toHaveLength(1);
    expect(await world.payout('71')).toMatchObject({ state: 'posted', proof: { holds: true } });
    expect(countOfEntries(world.odoo)).toBe(5);
  });

  it('workers on several machines post every ready payout once', async () => {
    expect(await requestSyncOfReady(world.task, world.shopId)).toBe(2);
    await requestRun(world.task, world.shopId, 'discover-payouts');
    const workers = [await world.work(), spawnWorker(world), spawnWorker(world)];
    await allEnded();
    for (const worker of workers) await worker.stop();
    expect((await syncRuns()).map(({ state }) => state)).toEqual(['done', 'done']);
    for (const id of ['71', '72'])
      expect(await world.payout(id)).toMatchObject({ state: 'posted', proof: { holds: true } });
    expect(countOfEntries(world.odoo)).toBe(8);
  });

  it('previews while it is posted change nothing, and neither gets in the other’s way', async () => {
    const context = await world.context();
    const previews = Array.from({ length: 4 }, () => previewPayout(context, '71'));
    const [run] = await Promise.all([world.sync('71'), ...previews]);
    expect(run).toMatchObject({ state: 'done' });
    expect(await world.payout('71')).toMatchObject({ state: 'posted', proof: { holds: true } });
    expect((await world.payout('71')).transactions).toHaveLength(2);
    expect(countOfEntries(world.odoo)).toBe(5);
  });

  it('a look that began before the posting and ends after it does not undo what it says', async () => {
    const context = await world.context();
    const before = await planPayout(context, '71', noProgress);
    await world.sync('71');
    await recordCheck(context, before);
    expect((await world.payout('71')).state).toBe('posted');
  });

  it('a worker that is quicker than the click’s own answer does not leave the payout syncing for good', async () => {
    const atOnce: Queue = {
      enqueue: async (name, payload) => {
        await tasks[name as 'sync-payout']?.(payload as { runId: string }, world.task);
      },
      close: () => Promise.resolve(),
    };
    await requestSync({ database: world.test.database, queue: atOnce }, world.shopId, '71');
    expect((await world.payout('71')).state).toBe('posted');
  });

  it('two payouts that settle the same order’s invoice are posted one after the other', async () => {
    world.shopify.setState(
      aShop().sells(1001).pays(71).refunds(1001).sells(1003).pays(72, { day: '2026-11-17' }).state(),
    );
    await requestSync(world.task, world.shopId, '72');
    await requestSync(world.task, world.shopId, '71');
    const workers = [await world.work(), await world.work()];
    await allEnded();
    for (const worker of workers) await worker.stop();
    for (const id of ['71', '72'])
      expect(await world.payout(id)).toMatchObject({ state: 'posted', proof: { holds: true } });
    expect(booksOfKlopt(world.odoo)).toHaveLength(8);
  });

  it('a click on a payout that waits tries it at once; the clock does not', async () => {
    world.odoo.faults.down = true;
    const waiting = await world.sync('71');
    expect(waiting.state).toBe('waiting');
    world.odoo.clearFaults();
    const queued: unknown[] = [];
    const queue: Queue = {
      enqueue: (_name, payload) => Promise.resolve(void queued.push(payload)),
      close: () => Promise.resolve(),
    };
    const shared = { database: world.test.database, queue };
    await requestSync(shared, world.shopId, '71', 'clock');
    expect(queued).toEqual([]);
    await requestSync(shared, world.shopId, '71');
    expect(queued).toEqual([{ runId: waiting.id }]);
  });

  it('a click whose process died before it could queue its run is not forgotten', async () => {
    const { run } = await beginRun(world.test.database, world.shopId, 'sync-payout', { payoutId: '71' });
    await world.test.database.run.update({
      where: { id: run.id },
      data: { createdAt: new Date(Date.now() - 120_000) },
    });
    await tasks['resume-runs']?.({}, world.task);
    const { rows: first } = await world.test.pool.query('SELECT key, run_at FROM graphile_worker.jobs');
    expect(first).toContainEqual(expect.objectContaining({ key: `run:${run.id}` }));
    await tasks['resume-runs']?.({}, world.task);
    const { rows: again } = await world.test.pool.query('SELECT key, run_at FROM graphile_worker.jobs');
    expect(again).toEqual(first);
    const worker = await world.work();
    await allEnded();
    await worker.stop();
    expect(await world.payout('71')).toMatchObject({ state: 'posted' });
  });
});
