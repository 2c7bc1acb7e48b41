import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { pauseBackfill, resumeBackfill } from '~/jobs/request-backfill';
import { booksOfKlopt, countOfEntries } from '~test/support/books-of-klopt';
import { historyOf } from '~test/support/history-of-world';
import { openWorld, type World } from '~test/support/klopt-world';
import { before, documentsInOdoo } from '~test/support/orders-of-world';
import { generatePayout } from '~test/trade-wins/generate-payout';

// Parts of a fraction of a second, so that a history of a few hundred orders has many.
vi.mock('~/sync/orders/backfill-part', () => ({ partMs: 150 }));

let world: World;
const history = historyOf(() => world);

describe('The history of 230 orders', () => {
  beforeAll(async () => {
    world = await openWorld({ state: generatePayout({ charges: 230, refunds: 3 }) });
    world.shopify.faults.bulkPolls = 1;
  });
  afterAll(() => world.stop());

  it('is counted first, in several parts, and nothing is written to Odoo', async () => {
    const entries = countOfEntries(world.odoo);
    const { id } = await history.begin();
    expect((await history.begin('2026-11-03')).id).toBe(id);
    world.odoo.clearCalls();
    expect(await history.parts()).toBeGreaterThan(1);
    expect(await history.now()).toMatchObject({
      state: 'counted',
      counted: 230,
      total: 230,
      leftOut: 0,
      obstacles: expect.not.arrayContaining([expect.objectContaining({ kind: 'tax-unmapped' })]) as unknown,
    });
    const writing = [...world.odoo.calls.keys()].filter((name) =>
      /\.(load|create|write|unlink|action_post)$/.test(name),
    );
    expect(writing).toEqual([]);
    expect(countOfEntries(world.odoo)).toBe(entries);
    expect(await history.ordersWith({ state: 'new', reason: 'not-automatic' })).toBe(230);
  });

  it('is posted in batches, pauses between two and goes on', async () => {
    const { id } = await history.now();
    await history.post();
    let paused = 0;
    const database = before(world.test.database, 'Run', 'update', async (args) => {
      if (paused > 0 || !JSON.stringify(args).includes('"posting"')) return;
      paused += 1;
      await pauseBackfill(world.task, world.shopId, id);
    });
    for (let turn = 0; turn < 5 && (await history.now()).state === 'posting'; turn += 1)
      await history.part(database);
    expect(await history.now()).toMatchObject({ state: 'paused', done: 200, posted: 200 });
    expect(await history.parts()).toBe(0);
    expect(await history.now()).toMatchObject({ state: 'paused', done: 200 });
    await resumeBackfill(world.task, world.shopId, id);
    await history.parts();
    expect(await history.now()).toMatchObject({
      state: 'done',
      done: 230,
      posted: 230,
      needsAttention: 0,
    });
    const made = documentsInOdoo(world);
    expect(Object.keys(made)).toHaveLength(230);
    expect(Object.values(made).reduce((sum, count) => sum + count, 0)).toBe(233);
  });

  it('is brought once: counted and posted again, nothing is made; payouts settle what it made', async () => {
    const books = booksOfKlopt(world.odoo);
    await history.begin();
    await history.parts();
    expect(await history.now()).toMatchObject({ state: 'counted', total: 0 });
    await history.post();
    await history.parts();
    expect(await history.now()).toMatchObject({ state: 'done', done: 0 });
    expect(booksOfKlopt(world.odoo)).toEqual(books);
    await world.discover();
    await world.sync('150700000');
    expect(await world.payout('150700000')).toMatchObject({ state: 'posted', proof: { holds: true } });
    expect(Object.values(documentsInOdoo(world)).reduce((sum, count) => sum + count, 0)).toBe(233);
  });
});
