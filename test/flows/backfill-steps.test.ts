import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { saveMappings } from '~/database/mappings';
import { saveOrders } from '~/database/orders';
import {
  beginBackfill,
  pauseBackfill,
  postBackfill,
  resumeBackfill,
  stopBackfill,
} from '~/jobs/request-backfill';
import { resumeRunsTask } from '~/jobs/resume-runs';
import type { TaskContext } from '~/jobs/task';
import { requestOrderSync } from '~/jobs/request-order-sync';
import type { Queue } from '~/jobs/queue';
import { showHistory } from '~/sync/read/show-backfill';
import { createTestDatabase, type TestDatabase } from '~test/support/postgres';

const places = { shopHandle: 'any' };

describe('What a person asks of orders and of the history', () => {
  let test: TestDatabase;
  let shopId: string;
  let queued: string[];
  beforeAll(async () => {
    test = await createTestDatabase();
  });
  afterAll(() => test.drop());
  beforeEach(async () => {
    queued = [];
    await test.database.shop.deleteMany();
    shopId = (await test.database.shop.create({ data: { domain: 'any.myshopify.com' } })).id;
  });

  const shared = () => ({
    database: test.database,
    queue: {
      enqueue: (name: string) => {
        queued.push(name);
        return Promise.resolve();
      },
    } as unknown as Queue,
  });
  const stateOf = async (id: string) =>
    (await test.database.backfill.findUniqueOrThrow({ where: { id } })).state;
  const becomes = (id: string, state: string) =>
    test.database.backfill.update({ where: { id }, data: { state } });

  it('begins one history, however often and at once it is clicked', async () => {
    const wish = { reach: 'date', since: '2026-07-01' } as const;
    const begun = await Promise.all([1, 2, 3].map(() => beginBackfill(shared(), shopId, wish)));
    expect(new Set(begun.map(({ id }) => id)).size).toBe(1);
    expect(await showHistory(test.database, shopId, places)).toMatchObject({
      current: { state: 'counting', since: '2026-07-01', posting: false },
    });
  });

  it('goes on after a pause with what it was at: counting, and later posting', async () => {
    const { id } = await beginBackfill(shared(), shopId, { reach: 'all' });
    await postBackfill(shared(), shopId, id);
    expect(await stateOf(id)).toBe('counting');
    await pauseBackfill(shared(), shopId, id);
    expect(await stateOf(id)).toBe('paused');
    await resumeBackfill(shared(), shopId, id);
    expect(await stateOf(id)).toBe('counting');
    await becomes(id, 'counted');
    await postBackfill(shared(), shopId, id);
    await pauseBackfill(shared(), shopId, id);
    await resumeBackfill(shared(), shopId, id);
    expect(await stateOf(id)).toBe('posting');
    expect(new Set(queued)).toEqual(new Set(['backfill']));
  });

  it('says before it posts where the start date moves to, and nothing where it stays', async () => {
    const moves = async (since?: string) => {
      const wish = since ? ({ reach: 'date', since } as const) : ({ reach: 'all' } as const);
      const { id } = await beginBackfill(shared(), shopId, wish);
      await test.database.backfill.update({ where: { id }, data: { state: 'counted', total: 3 } });
      const { current } = await showHistory(test.database, shopId, places);
      await stopBackfill(shared(), shopId, id);
      return current?.movesStartDate;
    };
    expect(await moves()).toBeNull();
    await saveMappings(test.database, shopId, [
      { kind: 'setting', key: 'start-date', target: { value: '2026-07-01' } },
    ]);
    expect(await moves()).toEqual({ from: '2026-07-01', to: null });
    expect(await moves('2026-03-01')).toEqual({ from: '2026-07-01', to: '2026-03-01' });
    expect(await moves('2026-07-01')).toBeNull();
    expect(await moves('2026-09-01')).toBeNull();
  });

  it('is taken up again by the clock where nobody works on it, and only there', async () => {
    const { id } = await beginBackfill(shared(), shopId, { reach: 'all' });
    const clock = () => resumeRunsTask({}, shared() as unknown as TaskContext);
    const runs = () => test.database.run.count({ where: { shopId, kind: 'backfill' } });
    const longAgo = new Date(Date.now() - 300_000);
    await test.database.backfill.update({ where: { id }, data: { updatedAt: longAgo } });
    await clock();
    expect(await runs()).toBe(1);
    await test.database.run.updateMany({ where: { shopId }, data: { state: 'done' } });
    await clock();
    expect(await runs()).toBe(2);
    await test.database.run.updateMany({ where: { shopId }, data: { state: 'done' } });
    await test.database.backfill.update({ where: { id }, data: { state: 'paused', updatedAt: longAgo } });
    await clock();
    expect(await runs()).toBe(2);
  });

  it('is over when it was stopped, and another may begin', async () => {
    const { id } = await beginBackfill(shared(), shopId, { reach: 'all' });
    await stopBackfill(shared(), shopId, id);
    await resumeBackfill(shared(), shopId, id);
    expect(await stateOf(id)).toBe('stopped');
    const next = await beginBackfill(shared(), shopId, { reach: 'all' });
    expect(next.id).not.toBe(id);
    expect((await showHistory(test.database, shopId, places)).past).toMatchObject([{ state: 'stopped' }]);
  });

  it('is nobody else’s', async () => {
    const { id } = await beginBackfill(shared(), shopId, { reach: 'all' });
    const other = await test.database.shop.create({ data: { domain: 'other.myshopify.com' } });
    expect(await stopBackfill(shared(), other.id, id)).toBeNull();
    expect(await resumeBackfill(shared(), other.id, id)).toBeNull();
    expect(await stateOf(id)).toBe('counting');
  });

  it('asks for these orders, or for all that are new or need attention, in one run', async () => {
    const order = (orderId: string) => ({
      orderId,
      name: `#${orderId}`,
      placedAt: new Date('2026-07-01T10:00:00Z'),
      financialStatus: 'paid',
      test: false,
      currency: 'EUR',
      totalMinor: 100n,
      gateways: [],
    });
    await saveOrders(test.database, shopId, ['1', '2', '3'].map(order));
    await test.database.order.updateMany({ where: { shopId, orderId: '3' }, data: { state: 'posted' } });
    expect(await requestOrderSync(shared(), shopId, ['3', 'not-there'])).toEqual({ asked: 1 });
    expect(await requestOrderSync(shared(), shopId, 'all')).toEqual({ asked: 2 });
    expect(await requestOrderSync(shared(), shopId, ['9'])).toEqual({ asked: 0 });
    expect(await test.database.order.count({ where: { shopId, state: 'queued' } })).toBe(3);
    expect(await test.database.run.count({ where: { shopId, kind: 'sync-orders' } })).toBe(1);
  });
});
