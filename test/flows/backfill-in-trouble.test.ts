import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pauseBackfill, resumeBackfill, stopBackfill } from '~/jobs/request-backfill';
import type { Verdict } from '~/jobs/verdict';
import { cancelBulk } from '~/shopify/bulk/bulk-operation';
import { startOrdersBulk } from '~/shopify/bulk/start-orders-bulk';
import { historyOf, openFourOrders } from '~test/support/history-of-world';
import type { World } from '~test/support/klopt-world';
import { before, documentsInOdoo } from '~test/support/orders-of-world';

// Parts of a fraction of a second, so that a history of a few hundred orders has many.
vi.mock('~/sync/orders/backfill-part', () => ({ partMs: 150 }));

let world: World;
const history = historyOf(() => world);

describe('A history in trouble', () => {
  beforeEach(async () => {
    world = await openFourOrders();
  });
  afterEach(() => world.stop());

  it('stopped while it counts or posts makes nothing more; another may begin', async () => {
    const { id } = await history.begin();
    await history.part();
    await stopBackfill(world.task, world.shopId, id);
    await history.parts();
    expect(await history.now()).toMatchObject({ state: 'stopped' });
    await history.count();
    await history.post();
    await stopBackfill(world.task, world.shopId, (await history.now()).id);
    await history.parts();
    expect(documentsInOdoo(world)).toEqual({});
    expect(await history.ordersWith({ backfillId: { not: null } })).toBe(0);
  });

  it('stopped while Shopify gathers has it stop, so that a sixth history can still begin', async () => {
    world.shopify.faults.bulkPolls = 99;
    for (let count = 0; count < 6; count += 1) {
      const { id } = await history.begin();
      await history.part();
      expect(await history.now()).toMatchObject({ state: 'counting', bulkOperationId: expect.any(String) });
      await stopBackfill(world.task, world.shopId, id);
    }
    await history.parts();
    const { shopify } = await world.context();
    expect(world.shopify.callCounts()).toMatchObject({ CancelBulk: 6 });
    expect(await history.ordersWith({ backfillId: { not: null } })).toBe(0);
    for (let count = 0; count < 5; count += 1) await startOrdersBulk(shopify);
  });

  it.each(['TIMEOUT', 'CANCELED', 'EXPIRED'])(
    'starts another bulk operation where one ended with %s',
    async (how) => {
      world.shopify.faults.bulkFails = how;
      await history.begin();
      await history.part();
      let verdict = await history.part();
      expect(verdict).toMatchObject({ kind: 'again-later' });
      expect(await history.now()).toMatchObject({
        state: 'counting',
        bulkOperationId: null,
        problem: null,
      });
      world.shopify.faults.bulkFails = null;
      while ((verdict = await history.part())?.kind === 'more');
      expect(await history.now()).toMatchObject({ state: 'counted', total: 4 });
    },
  );

  it('that Shopify denies is put aside with what to do, and goes on after it', async () => {
    world.shopify.faults.bulkFails = 'ACCESS_DENIED';
    await history.begin();
    await history.part();
    expect(await history.part()).toMatchObject({ kind: 'needs-person' });
    expect(await history.now()).toMatchObject({ state: 'paused', problem: { kind: 'history-not-read' } });
    world.shopify.faults.bulkFails = null;
    await resumeBackfill(world.task, world.shopId, (await history.now()).id);
    expect(await history.now()).toMatchObject({ state: 'counting', problem: null });
    await history.parts();
    expect(await history.now()).toMatchObject({ state: 'counted', total: 4 });
  });

  it.each(['cutOff', 'html'] as const)('goes on where its file came as %s', async (fault) => {
    world.shopify.faults.only = 'BulkFile';
    world.shopify.faults[fault] = 1;
    await history.count();
    expect(world.shopify.faults[fault]).toBe(0);
    expect(await history.now()).toMatchObject({ state: 'counted', counted: 4, total: 4 });
  });

  it('waits while five others are under way, and while Odoo is down, and loses nothing', async () => {
    world.shopify.faults.bulkPolls = 99;
    const { shopify } = await world.context();
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) ids.push(await startOrdersBulk(shopify));
    await history.begin();
    expect(await history.part()).toMatchObject({ kind: 'again-later' });
    for (const id of ids) await cancelBulk(shopify, id);
    world.shopify.faults.bulkPolls = 1;
    await history.parts();
    expect(await history.now()).toMatchObject({ state: 'counted', total: 4 });
    await history.post();
    world.odoo.faults.down = true;
    expect(await history.part()).toMatchObject({ kind: 'again-later' });
    world.odoo.faults.down = false;
    await history.parts();
    expect(await history.now()).toMatchObject({ state: 'done', posted: 4 });
  });

  it('paused and resumed while its run was ending is not left lying', async () => {
    await history.count();
    await history.post();
    const { id } = await history.now();
    await pauseBackfill(world.task, world.shopId, id);
    let resumed = 0;
    const database = before(world.test.database, 'Run', 'update', async (args) => {
      if (resumed > 0 || !JSON.stringify(args).includes('history-read')) return;
      resumed += 1;
      await resumeBackfill(world.task, world.shopId, id);
    });
    await history.part(database);
    expect(resumed).toBe(1);
    await history.parts();
    expect(await history.now()).toMatchObject({ state: 'done', posted: 4 });
  });

  it('an error of the program puts it aside instead of trying for ever', async () => {
    await history.begin();
    const failing = before(world.test.database, 'Backfill', 'update', (args) =>
      JSON.stringify(args).includes('readTo') && JSON.stringify(args).includes('increment')
        ? Promise.reject(new TypeError('a slip'))
        : Promise.resolve(),
    );
    let verdict: unknown = { kind: 'more' };
    for (let turn = 0; turn < 5 && (verdict as Verdict | undefined)?.kind === 'more'; turn += 1)
      verdict = await history.part(failing).catch((error: unknown) => error);
    expect(verdict).toBeInstanceOf(TypeError);
    expect(await history.now()).toMatchObject({ state: 'paused', problem: { kind: 'unexpected-error' } });
  });
});
