import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookAtOrdersAgain } from '~/jobs/look-at-orders-again';
import { requestRun } from '~/jobs/request-run';
import { resumeRunsTask } from '~/jobs/resume-runs';
import { tasks } from '~/jobs/tasks';
import { tellOfOrder } from '~/sync/orders/tell-of-order';
import { addShop, openWorld, type World } from '~test/support/klopt-world';
import { before, comeByThemselves, documentsInOdoo, idOf, workOff } from '~test/support/orders-of-world';
import { openRoutes } from '~test/support/routes';
import { aShop, type ShopStory } from '~test/support/shop-story';
import { openDoor, type WebhookDoor } from '~test/support/webhook-door';

describe('A webhook about an order', () => {
  let shop: ShopStory;
  let world: World;
  let door: WebhookDoor;
  beforeEach(async () => {
    shop = aShop().sells(1001).sells(1002);
    world = await openWorld({ state: shop.state() });
    await comeByThemselves(world);
    openRoutes(world);
    door = await openDoor((await import('~/routes/webhooks.orders')).action);
  });
  afterEach(async () => {
    await door.close();
    await world.stop();
  });

  const deliver = (
    topic: string,
    payload: unknown,
    more: { eventId?: string; secret?: string; shop?: string } = {},
  ) => world.shopify.deliver(topic, payload, { to: door.address, ...more });
  const tell = async (topic: string, number: number, eventId: string = randomUUID()) =>
    (await deliver(topic, { id: Number(idOf(number)), name: `#${String(number)}` }, { eventId })).status;
  const runs = () => world.test.database.run.count({ where: { kind: 'sync-orders' } });
  /** As if that long had gone by since. */
  const ago = (seconds: number) =>
    world.test.pool.query(`UPDATE "Order" SET "pendingSince" = "pendingSince" - make_interval(secs => $1)`, [
      seconds,
    ]);

  it('that Shopify did not sign is refused, and asks for nothing', async () => {
    const answer = await deliver('orders/create', { id: Number(idOf(1001)) }, { secret: 'another secret' });
    expect(answer.status).toBe(401);
    expect(await world.orders()).toEqual({});
    expect(await world.test.database.webhookDelivery.count()).toBe(0);
    expect(await runs()).toBe(0);
  });

  it('brings the order to Odoo; the same event again, even at once, changes nothing', async () => {
    const eventId = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => tell('orders/create', 1001, eventId)));
    expect(answers).toEqual([200, 200, 200]);
    expect(await world.test.database.webhookDelivery.count()).toBe(1);
    expect(await workOff(world)).toEqual(['sync-orders']);
    expect(await world.orders()).toEqual({ '#1001': 'posted' });
    expect(await tell('orders/create', 1001, eventId)).toBe(200);
    expect(await workOff(world)).toEqual([]);
    expect(documentsInOdoo(world)).toEqual({ '#1001': 1 });
  });

  it('may come in any order, doubled and days late', async () => {
    world.shopify.setState(shop.refunds(1001).state());
    await deliver('refunds/create', { id: 31, order_id: Number(idOf(1001)) });
    await tell('orders/updated', 1001);
    await workOff(world);
    expect(documentsInOdoo(world)).toEqual({ '#1001': 2 });
    await tell('orders/create', 1001);
    await tell('orders/updated', 1001);
    await workOff(world);
    expect(documentsInOdoo(world)).toEqual({ '#1001': 2 });
    expect(await world.orders()).toEqual({ '#1001': 'posted' });
  });

  it.each([
    ['orders/edited', (id: number) => ({ order_edit: { id: 5, order_id: id } })],
    ['order_transactions/create', (id: number) => ({ id: 7, order_id: id })],
    ['returns/process', (id: number) => ({ id: 9, order: { id } })],
    ['orders/paid', (id: number) => ({ admin_graphql_api_id: `gid://shopify/Order/${String(id)}`, id })],
  ])('%s names its order in a place of its own', async (topic, payload) => {
    await deliver(topic, payload(Number(idOf(1002))));
    await workOff(world);
    expect(documentsInOdoo(world)).toEqual({ '#1002': 1 });
  });

  it.each([[null], [{}], [[]], ['text'], [{ id: 0 }], [{ id: null, order_id: null }]])(
    'with the payload %j is taken and asks for nothing: the poll finds what it told of',
    async (payload) => {
      for (const topic of ['orders/updated', 'orders/edited', 'refunds/create', 'returns/close'])
        expect((await deliver(topic, payload)).status).toBe(200);
      expect(await world.orders()).toEqual({});
      expect(await runs()).toBe(0);
    },
  );

  it('of a shop without Odoo is noted and waits; of an unknown or an uninstalled one nothing is', async () => {
    const domain = 'tulip.myshopify.com';
    const created = { id: Number(idOf(1001)), name: '#1001' };
    expect((await deliver('orders/create', created, { shop: 'nobody.myshopify.com' })).status).toBe(200);
    const id = await addShop(world.test, domain);
    expect((await deliver('orders/create', created, { shop: domain })).status).toBe(200);
    const rows = () => world.test.database.order.findMany({ where: { shopId: id } });
    expect(await rows()).toMatchObject([{ state: 'queued', requestedBy: 'webhook' }]);
    await ago(300);
    await resumeRunsTask({}, world.task);
    expect(await runs()).toBe(0);
    await world.test.database.shop.update({ where: { id }, data: { uninstalledAt: new Date() } });
    expect((await deliver('orders/create', { id: 77 }, { shop: domain })).status).toBe(200);
    expect(await rows()).toHaveLength(1);
  });

  it('storms: 200 about 20 orders are each answered, and bring each order once, in few runs', async () => {
    const numbers = Array.from({ length: 20 }, (_, index) => 2001 + index);
    const many = aShop();
    for (const number of numbers) many.sells(number, { lines: 1 });
    world.shopify.setState(many.state());
    const worker = await world.work();
    const topics = ['orders/updated', 'orders/create', 'orders/paid', 'orders/updated', 'orders/updated'];
    const storm = [...topics, ...topics].flatMap((topic) => numbers.map((number) => ({ topic, number })));
    const answers: number[] = [];
    for (let from = 0; from < storm.length; from += 50) {
      const wave = storm.slice(from, from + 50);
      answers.push(...(await Promise.all(wave.map(({ topic, number }) => tell(topic, number)))));
    }
    expect(new Set(answers)).toEqual(new Set([200]));
    expect(answers).toHaveLength(200);
    for (let turn = 0; turn < 200; turn += 1) {
      const open = await world.test.database.run.count({ where: { finishedAt: null } });
      const pending = await world.test.database.order.count({ where: { pendingSince: { not: null } } });
      if (open + pending === 0) break;
      await sleep(50);
    }
    await worker.stop();
    expect(new Set(Object.values(await world.orders()))).toEqual(new Set(['posted']));
    expect(documentsInOdoo(world)).toEqual(
      Object.fromEntries(numbers.map((number) => [`#${String(number)}`, 1])),
    );
    expect(await runs()).toBeLessThan(20);
  });

  it('that comes after the last look of a run and before its end is not lost', async () => {
    await tell('orders/create', 1001);
    let told = 0;
    const database = before(world.test.database, 'Run', 'update', async (args) => {
      if (!JSON.stringify(args).includes('orders-synced') || told > 0) return;
      told += 1;
      expect(await tell('orders/create', 1002)).toBe(200);
    });
    const run = await requestRun(world.task, world.shopId, 'sync-orders');
    await tasks['sync-orders']?.({ runId: run.id }, { ...world.task, database });
    expect(told).toBe(1);
    expect(await workOff(world)).toEqual(['sync-orders']);
    expect(await world.orders()).toEqual({ '#1001': 'posted', '#1002': 'posted' });
  });

  it('about the very order that a run has just read is answered by the same run', async () => {
    await tell('orders/create', 1001);
    let told = 0;
    // A machine whose clock is minutes behind tells of it.
    const database = before(world.test.database, 'OrderSnapshot', 'createMany', async () => {
      if (told > 0) return;
      told += 1;
      world.shopify.setState(shop.refunds(1001).state());
      await world.test.database.$transaction((rows) =>
        tellOfOrder(rows, world.domain, { orderId: idOf(1001) }, new Date(Date.now() - 180_000)),
      );
    });
    const run = await requestRun(world.task, world.shopId, 'sync-orders');
    await tasks['sync-orders']?.({ runId: run.id }, { ...world.task, database });
    expect(await world.orders()).toEqual({ '#1001': 'posted' });
    expect(documentsInOdoo(world)).toEqual({ '#1001': 2 });
  });

  it('from a machine whose clock is minutes ahead is read once, not until the clocks meet', async () => {
    await world.test.database.$transaction((rows) =>
      tellOfOrder(rows, world.domain, { orderId: idOf(1001) }, new Date(Date.now() + 180_000)),
    );
    await requestRun(world.task, world.shopId, 'sync-orders');
    world.shopify.calls.length = 0;
    await workOff(world);
    expect(await world.orders()).toEqual({ '#1001': 'posted' });
    expect(world.shopify.calls).toHaveLength(1);
  });

  it('is answered at once while Odoo is down; the order stays asked for, and is posted when Odoo is back', async () => {
    world.odoo.faults.down = true;
    const began = performance.now();
    expect(await tell('orders/create', 1001)).toBe(200);
    expect(performance.now() - began).toBeLessThan(1_000);
    const run = await requestRun(world.task, world.shopId, 'sync-orders', { startedBy: 'clock' });
    const verdict = await tasks['sync-orders']?.({ runId: run.id }, world.task);
    expect(verdict).toMatchObject({ kind: 'again-later' });
    expect(await world.orders()).toEqual({ '#1001': 'queued' });
    expect(await tell('orders/create', 1002)).toBe(200);
    expect(await runs()).toBe(1);
    world.odoo.faults.down = false;
    await tasks['sync-orders']?.({ runId: run.id }, world.task);
    expect(await world.orders()).toEqual({ '#1001': 'posted', '#1002': 'posted' });
  });

  it('whose process died before it could ask for a run is found by the clock', async () => {
    await world.test.database.$transaction((rows) =>
      tellOfOrder(rows, world.domain, { orderId: idOf(1001) }, new Date()),
    );
    await resumeRunsTask({}, world.task);
    expect(await runs()).toBe(0);
    await ago(120);
    await resumeRunsTask({}, world.task);
    await resumeRunsTask({}, world.task);
    expect(await workOff(world)).toEqual(['sync-orders']);
    expect(await world.orders()).toEqual({ '#1001': 'posted' });
  });

  it('is not run for again and again while a person is needed, and goes on once that person has acted', async () => {
    world.odoo.faults.wrongKey = true;
    await tell('orders/create', 1001);
    await workOff(world);
    await ago(120);
    await world.test.pool.query(`UPDATE "Run" SET "startedAt" = "startedAt" - interval '100 seconds'`);
    await resumeRunsTask({}, world.task);
    await resumeRunsTask({}, world.task);
    expect(await runs()).toBe(1);
    expect(await world.orders()).toEqual({ '#1001': 'queued' });
    world.odoo.faults.wrongKey = false;
    await lookAtOrdersAgain(world.task, world.shopId);
    await workOff(world);
    expect(await world.orders()).toEqual({ '#1001': 'posted' });
  });
});
