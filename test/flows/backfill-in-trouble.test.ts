import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pauseBackfill, resumeBackfill, stopBackfill } from '~/jobs/request-backfill';
import type { Verdict } from '~/jobs/verdict';
import { cancelBulk } from '~/shopify/bulk/bulk-operation';
import { startOrdersBulk } from '~/shopify/bulk/start-orders-bulk';
import {
  beginHistory,
  countHistory,
  historyNow,
  historyPart,
  historyParts,
  postHistory,
} from '~test/support/history-of-world';
import { openWorld, type World } from '~test/support/klopt-world';
import { before, documentsInOdoo } from '~test/support/orders-of-world';
import { aShop } from '~test/support/shop-story';

// Parts of a fraction of a second, so that a history of a few hundred orders has many.
vi.mock('~/sync/orders/backfill-part', () => ({ partMs: 150 }));

let world: World;
const countOf = (wanted: Record<string, unknown>) =>
  world.test.database.order.count({ where: { shopId: world.shopId, ...wanted } });
const fourOrders = () => [1001, 1002, 1003, 1004].reduce((shop, number) => shop.sells(number), aShop());

describe('A history in trouble', () => {
  beforeEach(async () => {
    world = await openWorld({ state: fourOrders().state() });
    world.shopify.faults.bulkPolls = 1;
  });
  afterEach(() => world.stop());

  it('stopped while it counts or posts makes nothing more; another may begin', async () => {
    const { id } = await beginHistory(world);
    await historyPart(world);
    await stopBackfill(world.task, world.shopId, id);
    await historyParts(world);
    expect(await historyNow(world)).toMatchObject({ state: 'stopped' });
    await countHistory(world);
    await postHistory(world);
    await stopBackfill(world.task, world.shopId, (await historyNow(world)).id);
    await historyParts(world);
    expect(documentsInOdoo(world)).toEqual({});
    expect(await countOf({ backfillId: { not: null } })).toBe(0);
  });

  it.each(['TIMEOUT', 'CANCELED', 'EXPIRED'])(
    'starts another bulk operation where one ended with %s',
    async (how) => {
      world.shopify.faults.bulkFails = how;
      await beginHistory(world);
      await historyPart(world);
      let verdict = await historyPart(world);
      expect(verdict).toMatchObject({ kind: 'again-later' });
      expect(await historyNow(world)).toMatchObject({
        state: 'counting',
        bulkOperationId: null,
        problem: null,
      });
      world.shopify.faults.bulkFails = null;
      while ((verdict = await historyPart(world))?.kind === 'more');
      expect(await historyNow(world)).toMatchObject({ state: 'counted', total: 4 });
    },
  );

  it('that Shopify denies is put aside with what to do, and goes on after it', async () => {
    world.shopify.faults.bulkFails = 'ACCESS_DENIED';
    await beginHistory(world);
    await historyPart(world);
    expect(await historyPart(world)).toMatchObject({ kind: 'needs-person' });
    expect(await historyNow(world)).toMatchObject({ state: 'paused', problem: { kind: 'history-not-read' } });
    world.shopify.faults.bulkFails = null;
    await resumeBackfill(world.task, world.shopId, (await historyNow(world)).id);
    expect(await historyNow(world)).toMatchObject({ state: 'counting', problem: null });
    await historyParts(world);
    expect(await historyNow(world)).toMatchObject({ state: 'counted', total: 4 });
  });

  it.each(['cutOff', 'html'] as const)('goes on where its file came as %s', async (fault) => {
    world.shopify.faults.only = 'BulkFile';
    world.shopify.faults[fault] = 1;
    await countHistory(world);
    expect(world.shopify.faults[fault]).toBe(0);
    expect(await historyNow(world)).toMatchObject({ state: 'counted', counted: 4, total: 4 });
  });

  it('waits while five others are under way, and while Odoo is down, and loses nothing', async () => {
    world.shopify.faults.bulkPolls = 99;
    const { shopify } = await world.context();
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) ids.push(await startOrdersBulk(shopify));
    await beginHistory(world);
    expect(await historyPart(world)).toMatchObject({ kind: 'again-later' });
    for (const id of ids) await cancelBulk(shopify, id);
    world.shopify.faults.bulkPolls = 1;
    await historyParts(world);
    expect(await historyNow(world)).toMatchObject({ state: 'counted', total: 4 });
    await postHistory(world);
    world.odoo.faults.down = true;
    expect(await historyPart(world)).toMatchObject({ kind: 'again-later' });
    world.odoo.faults.down = false;
    await historyParts(world);
    expect(await historyNow(world)).toMatchObject({ state: 'done', posted: 4 });
  });

  it('paused and resumed while its run was ending is not left lying', async () => {
    await countHistory(world);
    await postHistory(world);
    const { id } = await historyNow(world);
    await pauseBackfill(world.task, world.shopId, id);
    let resumed = 0;
    const database = before(world.test.database, 'Run', 'update', async (args) => {
      if (resumed > 0 || !JSON.stringify(args).includes('history-read')) return;
      resumed += 1;
      await resumeBackfill(world.task, world.shopId, id);
    });
    await historyPart(world, database);
    expect(resumed).toBe(1);
    await historyParts(world);
    expect(await historyNow(world)).toMatchObject({ state: 'done', posted: 4 });
  });

  it('an error of the program puts it aside instead of trying for ever', async () => {
    await beginHistory(world);
    const failing = before(world.test.database, 'Backfill', 'update', (args) =>
      JSON.stringify(args).includes('readTo') && JSON.stringify(args).includes('increment')
        ? Promise.reject(new TypeError('a slip'))
        : Promise.resolve(),
    );
    let verdict: unknown = { kind: 'more' };
    for (let turn = 0; turn < 5 && (verdict as Verdict | undefined)?.kind === 'more'; turn += 1)
      verdict = await historyPart(world, failing).catch((error: unknown) => error);
    expect(verdict).toBeInstanceOf(TypeError);
    expect(await historyNow(world)).toMatchObject({ state: 'paused', problem: { kind: 'unexpected-error' } });
  });
});
