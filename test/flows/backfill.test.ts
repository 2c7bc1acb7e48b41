import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Database } from '~/database/client';
import { mappingsOf } from '~/database/mappings';
import { settingOf } from '~/sync/order-settings';
import { unfinishedRun } from '~/database/runs';
import { lookAtOrdersAgain } from '~/jobs/look-at-orders-again';
import {
  beginBackfill,
  pauseBackfill,
  postBackfill,
  resumeBackfill,
  stopBackfill,
} from '~/jobs/request-backfill';
import { requestRun } from '~/jobs/request-run';
import { tasks } from '~/jobs/tasks';
import type { Verdict } from '~/jobs/verdict';
import { tellOfOrder } from '~/sync/orders/tell-of-order';
import type { BackfillObstacle } from '~/views/order-view';
import { booksOfKlopt, countOfEntries } from '~test/support/books-of-klopt';
import { openWorld, type World } from '~test/support/klopt-world';
import {
  before,
  choose,
  comeByThemselves,
  documentsInOdoo,
  idOf,
  workOff,
} from '~test/support/orders-of-world';
import { aShop } from '~test/support/shop-story';
import { generatePayout } from '~test/trade-wins/generate-payout';

// Parts of a fraction of a second, so that a history of a few hundred orders has many.
vi.mock('~/sync/orders/backfill-part', () => ({ partMs: 150 }));

let world: World;
const current = () => world.test.database.backfill.findFirstOrThrow({ orderBy: { startedAt: 'desc' } });
const begin = (since?: string) =>
  beginBackfill(world.task, world.shopId, since ? { reach: 'date', since } : { reach: 'all' });
const post = async () => postBackfill(world.task, world.shopId, (await current()).id);

/** One part of the history, as a worker does it; undefined where no run is asked for. */
async function part(database: Database = world.test.database): Promise<Verdict | undefined> {
  const run = await unfinishedRun(world.test.database, world.shopId, 'backfill', undefined);
  return run ? tasks.backfill?.({ runId: run.id }, { ...world.task, database }) : undefined;
}

/** All parts until there is no more, or something is in the way. */
async function parts(): Promise<number> {
  for (let count = 0; ; count += 1) {
    const verdict = await part();
    if (verdict?.kind !== 'more') return count;
  }
}

const small = () => [1001, 1002, 1003, 1004].reduce((shop, number) => shop.sells(number), aShop());
const countOf = (wanted: Record<string, unknown>) =>
  world.test.database.order.count({ where: { shopId: world.shopId, ...wanted } });

describe('The history of 230 orders', () => {
  beforeAll(async () => {
    world = await openWorld({ state: generatePayout({ charges: 230, refunds: 3 }) });
    world.shopify.faults.bulkPolls = 1;
  });
  afterAll(() => world.stop());

  it('is counted first, in several parts, and nothing is written to Odoo', async () => {
    const entries = countOfEntries(world.odoo);
    const { id } = await begin();
    expect((await begin('2026-11-03')).id).toBe(id);
    world.odoo.clearCalls();
    expect(await parts()).toBeGreaterThan(1);
    expect(await current()).toMatchObject({
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
    expect(await countOf({ state: 'new', reason: 'not-automatic' })).toBe(230);
  });

  it('is posted in batches, pauses between two and goes on', async () => {
    const { id } = await current();
    await post();
    let paused = 0;
    const database = before(world.test.database, 'Run', 'update', async (args) => {
      if (paused > 0 || !JSON.stringify(args).includes('"posting"')) return;
      paused += 1;
      await pauseBackfill(world.task, world.shopId, id);
    });
    for (let turn = 0; turn < 5 && (await current()).state === 'posting'; turn += 1) await part(database);
    expect(await current()).toMatchObject({ state: 'paused', done: 200, posted: 200 });
    expect(await parts()).toBe(0);
    expect(await current()).toMatchObject({ state: 'paused', done: 200 });
    await resumeBackfill(world.task, world.shopId, id);
    await parts();
    expect(await current()).toMatchObject({ state: 'done', done: 230, posted: 230, needsAttention: 0 });
    const made = documentsInOdoo(world);
    expect(Object.keys(made)).toHaveLength(230);
    expect(Object.values(made).reduce((sum, count) => sum + count, 0)).toBe(233);
  });

  it('is brought once: counted and posted again, nothing is made; payouts settle what it made', async () => {
    const books = booksOfKlopt(world.odoo);
    await begin();
    await parts();
    expect(await current()).toMatchObject({ state: 'counted', total: 0 });
    await post();
    await parts();
    expect(await current()).toMatchObject({ state: 'done', done: 0 });
    expect(booksOfKlopt(world.odoo)).toEqual(books);
    await world.discover();
    await world.sync('150700000');
    expect(await world.payout('150700000')).toMatchObject({ state: 'posted', proof: { holds: true } });
    expect(Object.values(documentsInOdoo(world)).reduce((sum, count) => sum + count, 0)).toBe(233);
  });
});

describe('A history', () => {
  beforeEach(async () => {
    world = await openWorld({ state: small().state() });
    world.shopify.faults.bulkPolls = 1;
  });
  afterEach(() => world.stop());

  const counted = async (since?: string) => {
    await begin(since);
    await parts();
  };

  it('names what is in the way with how many orders meet it, and goes on with an order once that is solved', async () => {
    const shop = small().sells(1005, { at: '2026-10-20T10:00:00Z' });
    const [agreement] = shop.order(1001).json.agreements;
    for (const sale of agreement?.['sales'] as Record<string, unknown>[]) {
      for (const { taxLine } of sale['taxes'] as { taxLine: Record<string, unknown> }[])
        Object.assign(taxLine, { title: 'Spice tax' });
    }
    Object.assign(shop.order(1002).json.transactions[0] ?? {}, {
      gateway: 'Bank Deposit',
      formattedGateway: 'Bank Deposit',
    });
    Object.assign(shop.order(1003).json, { test: true });
    world.shopify.setState(shop.state());
    world.odoo.faults.lockDate = '2026-10-31';
    await counted();
    const { obstacles, total, leftOut } = await current();
    const named = (obstacles as unknown as BackfillObstacle[]).map(({ kind, key, orders }) => [
      kind,
      key,
      orders,
    ]);
    expect(named).toEqual(
      expect.arrayContaining([
        ['tax-unmapped', expect.stringContaining('Spice tax') as unknown, 1],
        ['gateway-unmapped', 'Bank Deposit', 1],
        ['period-locked', '2026-10', 1],
        ['sku-unknown', expect.any(String) as unknown, expect.any(Number) as unknown],
      ]),
    );
    expect([total, leftOut]).toEqual([4, 1]);
    await post();
    await parts();
    expect(await current()).toMatchObject({ state: 'done', done: 4, needsAttention: 3 });
    expect(await world.orders()).toMatchObject({
      '#1001': 'needs-attention',
      '#1004': 'posted',
      '#1005': 'needs-attention',
    });
    // Asked for by whoever began the history: mapped, it is posted though orders do not come by themselves.
    const usual = await mappingsOf(world.test.database, world.shopId);
    const tax = usual.find(({ kind, key }) => kind === 'tax' && key.includes('21'));
    const { saveMappings } = await import('~/database/mappings');
    const taxes = (obstacles as unknown as BackfillObstacle[]).filter(({ kind }) => kind === 'tax-unmapped');
    await saveMappings(
      world.test.database,
      world.shopId,
      taxes.map(({ key }) => ({ kind: 'tax' as const, key, target: tax?.target ?? null })),
    );
    await lookAtOrdersAgain(world.task, world.shopId);
    await workOff(world);
    expect(await world.orders()).toMatchObject({ '#1001': 'posted' });
  });

  it('reaches back to a day, and brings of an older order what happened since', async () => {
    const shop = small()
      .sells(1005, { at: '2026-03-01T10:00:00Z' })
      .sells(1006, { at: '2026-02-01T10:00:00Z' });
    world.shopify.setState(shop.sells(1007, { at: '2026-07-31T22:30:00Z' }).refunds(1005).state());
    await choose(world, { 'start-date': '2026-11-01' });
    // Half past midnight in Amsterdam: the first of August.
    await counted('2026-08-01');
    expect(await current()).toMatchObject({ state: 'counted', total: 6 });
    await post();
    await parts();
    expect(documentsInOdoo(world)).toEqual({
      '#1001': 1,
      '#1002': 1,
      '#1003': 1,
      '#1004': 1,
      '#1005': 1,
      '#1007': 1,
    });
    expect(await world.orders()).not.toHaveProperty('#1006');
    const start = async () => settingOf(await mappingsOf(world.test.database, world.shopId), 'start-date');
    expect(await start()).toBe('2026-08-01');
    // All of it: the start date goes back before Shopify was, and what stands stays as it is.
    const books = booksOfKlopt(world.odoo);
    await counted();
    await post();
    await parts();
    expect(await start()).toBe('2004-01-01');
    expect(documentsInOdoo(world)).toMatchObject({ '#1005': 2, '#1006': 1, '#1001': 1 });
    expect(booksOfKlopt(world.odoo)).toEqual(expect.arrayContaining(books));
  });

  it('lets what happened to an order between counting and posting come as always, before or after', async () => {
    const shop = small();
    await comeByThemselves(world);
    await counted();
    const tell = (number: number) =>
      world.test.database.$transaction((rows) =>
        tellOfOrder(rows, world.domain, { orderId: idOf(number) }, new Date()),
      );
    // Told of, and not yet read when the history comes by; told of and read before.
    world.shopify.setState(shop.refunds(1001).refunds(1002, { at: '2026-11-20T10:00:00Z' }).state());
    await tell(1002);
    await requestRun(world.task, world.shopId, 'sync-orders');
    const sync = await unfinishedRun(world.test.database, world.shopId, 'sync-orders', undefined);
    await tasks['sync-orders']?.({ runId: sync?.id ?? '' }, world.task);
    await tell(1001);
    await post();
    await parts();
    expect(documentsInOdoo(world)).toEqual({ '#1001': 1, '#1002': 2, '#1003': 1, '#1004': 1 });
    expect(await world.orders()).toMatchObject({ '#1001': 'queued', '#1002': 'posted' });
    await world.syncOrders([]);
    expect(documentsInOdoo(world)).toMatchObject({ '#1001': 2, '#1002': 2 });
    // Shopify's file may be older than what was read since: the list does not go back.
    expect(await countOf({ orderId: idOf(1002), shopifyUpdatedAt: new Date('2026-11-20T10:00:00Z') })).toBe(
      1,
    );
  });

  it('counted from a file that is older than what was read since, keeps what was read', async () => {
    const shop = small();
    world.shopify.faults.bulkPolls = 3;
    await begin();
    await part();
    await part();
    expect(await current()).toMatchObject({ state: 'counting', counted: 0 });
    world.shopify.setState(shop.refunds(1002, { at: '2026-11-20T10:00:00Z' }).state());
    await world.test.database.$transaction((rows) =>
      tellOfOrder(rows, world.domain, { orderId: idOf(1002) }, new Date()),
    );
    const sync = await requestRun(world.task, world.shopId, 'sync-orders');
    await tasks['sync-orders']?.({ runId: sync.id }, world.task);
    await parts();
    await post();
    await parts();
    expect(documentsInOdoo(world)).toMatchObject({ '#1002': 2 });
  });

  it('reads again what was wiped for a customer between counting and posting', async () => {
    await counted();
    await world.test.database.orderSnapshot.deleteMany({
      where: { orderId: { in: [idOf(1001), idOf(1002)] } },
    });
    world.shopify.setState(small().loses(1002).state());
    await post();
    await parts();
    expect(await world.orders()).toMatchObject({
      '#1001': 'posted',
      '#1002': 'needs-attention',
      '#1003': 'posted',
    });
    expect(await world.orderFindings(idOf(1002))).toEqual(['order-missing']);
  });

  it('stopped while it counts or posts makes nothing more; another may begin', async () => {
    const { id } = await begin();
    await part();
    await stopBackfill(world.task, world.shopId, id);
    await parts();
    expect(await current()).toMatchObject({ state: 'stopped' });
    await counted();
    await post();
    await stopBackfill(world.task, world.shopId, (await current()).id);
    await parts();
    expect(documentsInOdoo(world)).toEqual({});
    expect(await countOf({ backfillId: { not: null } })).toBe(0);
  });

  it.each(['TIMEOUT', 'CANCELED', 'EXPIRED'])(
    'starts another bulk operation where one ended with %s',
    async (how) => {
      world.shopify.faults.bulkFails = how;
      await begin();
      await part();
      let verdict = await part();
      expect(verdict).toMatchObject({ kind: 'again-later' });
      expect(await current()).toMatchObject({ state: 'counting', bulkOperationId: null, problem: null });
      world.shopify.faults.bulkFails = null;
      while ((verdict = await part())?.kind === 'more');
      expect(await current()).toMatchObject({ state: 'counted', total: 4 });
    },
  );

  it('that Shopify denies is put aside with what to do, and goes on after it', async () => {
    world.shopify.faults.bulkFails = 'ACCESS_DENIED';
    await begin();
    await part();
    expect(await part()).toMatchObject({ kind: 'needs-person' });
    expect(await current()).toMatchObject({ state: 'paused', problem: { kind: 'history-not-read' } });
    world.shopify.faults.bulkFails = null;
    await resumeBackfill(world.task, world.shopId, (await current()).id);
    expect(await current()).toMatchObject({ state: 'counting', problem: null });
    await parts();
    expect(await current()).toMatchObject({ state: 'counted', total: 4 });
  });

  it.each(['cutOff', 'html'] as const)('goes on where its file came as %s', async (fault) => {
    world.shopify.faults.only = 'BulkFile';
    world.shopify.faults[fault] = 1;
    await counted();
    expect(world.shopify.faults[fault]).toBe(0);
    expect(await current()).toMatchObject({ state: 'counted', counted: 4, total: 4 });
  });

  it('waits while five others are under way, and while Odoo is down, and loses nothing', async () => {
    world.shopify.faults.bulkPolls = 99;
    const { startOrdersBulk } = await import('~/shopify/bulk/start-orders-bulk');
    const { shopify } = await world.context();
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) ids.push(await startOrdersBulk(shopify));
    await begin();
    expect(await part()).toMatchObject({ kind: 'again-later' });
    const { cancelBulk } = await import('~/shopify/bulk/bulk-operation');
    for (const id of ids) await cancelBulk(shopify, id);
    world.shopify.faults.bulkPolls = 1;
    await parts();
    expect(await current()).toMatchObject({ state: 'counted', total: 4 });
    await post();
    world.odoo.faults.down = true;
    expect(await part()).toMatchObject({ kind: 'again-later' });
    world.odoo.faults.down = false;
    await parts();
    expect(await current()).toMatchObject({ state: 'done', posted: 4 });
  });

  it('paused and resumed while its run was ending is not left lying', async () => {
    await counted();
    await post();
    const { id } = await current();
    await pauseBackfill(world.task, world.shopId, id);
    let resumed = 0;
    const database = before(world.test.database, 'Run', 'update', async (args) => {
      if (resumed > 0 || !JSON.stringify(args).includes('history-read')) return;
      resumed += 1;
      await resumeBackfill(world.task, world.shopId, id);
    });
    await part(database);
    expect(resumed).toBe(1);
    await parts();
    expect(await current()).toMatchObject({ state: 'done', posted: 4 });
  });

  it('an error of the program puts it aside instead of trying for ever', async () => {
    await begin();
    const failing = before(world.test.database, 'Backfill', 'update', (args) =>
      JSON.stringify(args).includes('readTo') && JSON.stringify(args).includes('increment')
        ? Promise.reject(new TypeError('a slip'))
        : Promise.resolve(),
    );
    let verdict: unknown = { kind: 'more' };
    for (let turn = 0; turn < 5 && (verdict as Verdict | undefined)?.kind === 'more'; turn += 1)
      verdict = await part(failing).catch((error: unknown) => error);
    expect(verdict).toBeInstanceOf(TypeError);
    expect(await current()).toMatchObject({ state: 'paused', problem: { kind: 'unexpected-error' } });
  });
});
