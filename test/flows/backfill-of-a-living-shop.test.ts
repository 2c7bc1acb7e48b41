import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mappingsOf, saveMappings } from '~/database/mappings';
import { unfinishedRun } from '~/database/runs';
import { lookAtOrdersAgain } from '~/jobs/look-at-orders-again';
import { requestRun } from '~/jobs/request-run';
import { tasks } from '~/jobs/tasks';
import { settingOf } from '~/sync/order-settings';
import { tellOfOrder } from '~/sync/orders/tell-of-order';
import type { BackfillObstacle } from '~/views/order-view';
import { booksOfKlopt } from '~test/support/books-of-klopt';
import { fourOrders, historyOf, openFourOrders } from '~test/support/history-of-world';
import type { World } from '~test/support/klopt-world';
import { choose, comeByThemselves, documentsInOdoo, idOf, workOff } from '~test/support/orders-of-world';

// Parts of a fraction of a second, so that a history of a few hundred orders has many.
vi.mock('~/sync/orders/backfill-part', () => ({ partMs: 150 }));

let world: World;
const history = historyOf(() => world);

describe('The history of a shop that goes on', () => {
  beforeEach(async () => {
    world = await openFourOrders();
  });
  afterEach(() => world.stop());

  it('names what is in the way with how many orders meet it, and goes on with an order once that is solved', async () => {
    const shop = fourOrders().sells(1005, { at: '2026-10-20T10:00:00Z' });
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
    await history.count();
    const { obstacles, total, leftOut } = await history.now();
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
      ]),
    );
    // Nothing waits for a product: none was asked to.
    expect(named.map(([kind]) => kind)).not.toContain('sku-unknown');
    expect([total, leftOut]).toEqual([4, 1]);
    await history.post();
    await history.parts();
    expect(await history.now()).toMatchObject({ state: 'done', done: 4, needsAttention: 3 });
    expect(await world.orders()).toMatchObject({
      '#1001': 'needs-attention',
      '#1004': 'posted',
      '#1005': 'needs-attention',
    });
    // Asked for by whoever began the history: mapped, it is posted though orders do not come by themselves.
    const usual = await mappingsOf(world.test.database, world.shopId);
    const tax = usual.find(({ kind, key }) => kind === 'tax' && key.includes('21'));
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
    const shop = fourOrders()
      .sells(1005, { at: '2026-03-01T10:00:00Z' })
      .sells(1006, { at: '2026-02-01T10:00:00Z' });
    world.shopify.setState(shop.sells(1007, { at: '2026-07-31T22:30:00Z' }).refunds(1005).state());
    await choose(world, { 'start-date': '2026-11-01' });
    // Half past midnight in Amsterdam: the first of August.
    await history.count('2026-08-01');
    expect(await history.now()).toMatchObject({ state: 'counted', total: 6 });
    await history.post();
    await history.parts();
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
    await history.count();
    await history.post();
    await history.parts();
    expect(await start()).toBe('2004-01-01');
    expect(documentsInOdoo(world)).toMatchObject({ '#1005': 2, '#1006': 1, '#1001': 1 });
    expect(booksOfKlopt(world.odoo)).toEqual(expect.arrayContaining(books));
  });

  it('lets what happened to an order between counting and posting come as always, before or after', async () => {
    const shop = fourOrders();
    await comeByThemselves(world);
    await history.count();
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
    await history.post();
    await history.parts();
    expect(documentsInOdoo(world)).toEqual({ '#1001': 1, '#1002': 2, '#1003': 1, '#1004': 1 });
    expect(await world.orders()).toMatchObject({ '#1001': 'queued', '#1002': 'posted' });
    await world.syncOrders([]);
    expect(documentsInOdoo(world)).toMatchObject({ '#1001': 2, '#1002': 2 });
    // Shopify's file may be older than what was read since: the list does not go back.
    expect(
      await history.ordersWith({ orderId: idOf(1002), shopifyUpdatedAt: new Date('2026-11-20T10:00:00Z') }),
    ).toBe(1);
  });

  it('counted from a file that is older than what was read since, keeps what was read', async () => {
    const shop = fourOrders();
    world.shopify.faults.bulkPolls = 3;
    await history.begin();
    await history.part();
    await history.part();
    expect(await history.now()).toMatchObject({ state: 'counting', counted: 0 });
    world.shopify.setState(shop.refunds(1002, { at: '2026-11-20T10:00:00Z' }).state());
    await world.test.database.$transaction((rows) =>
      tellOfOrder(rows, world.domain, { orderId: idOf(1002) }, new Date()),
    );
    const sync = await requestRun(world.task, world.shopId, 'sync-orders');
    await tasks['sync-orders']?.({ runId: sync.id }, world.task);
    await history.parts();
    await history.post();
    await history.parts();
    expect(documentsInOdoo(world)).toMatchObject({ '#1002': 2 });
  });

  it('reads again what was wiped for a customer between counting and posting', async () => {
    await history.count();
    await world.test.database.orderSnapshot.deleteMany({
      where: { orderId: { in: [idOf(1001), idOf(1002)] } },
    });
    world.shopify.setState(fourOrders().loses(1002).state());
    await history.post();
    await history.parts();
    expect(await world.orders()).toMatchObject({
      '#1001': 'posted',
      '#1002': 'needs-attention',
      '#1003': 'posted',
    });
    expect(await world.orderFindings(idOf(1002))).toEqual(['order-missing']);
  });
});
