import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookAtOrdersAgain } from '~/jobs/look-at-orders-again';
import { beginBackfill, stopBackfill } from '~/jobs/request-backfill';
import { tasks } from '~/jobs/tasks';
import { mappingsOf } from '~/database/mappings';
import { unfinishedRun } from '~/database/runs';
import { settingOf } from '~/sync/order-settings';
import { saveMappings } from '~/sync/save-mappings';
import { openWorld, type World } from '~test/support/klopt-world';
import { aShop } from '~test/support/shop-story';

describe('A merchant changes', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld({
      state: aShop()
        .sells(1001, { at: '2026-11-03T10:00:00Z' })
        .sells(1002, { at: '2026-11-05T10:00:00Z' })
        .state(),
    });
  });
  afterEach(() => world.stop());

  const save = async (settings: Record<string, string>) => {
    const context = await world.context();
    expect(
      await saveMappings(
        context,
        Object.entries(settings).map(([key, value]) => ({ kind: 'setting', key, target: { value } })),
      ),
    ).toEqual({});
    await lookAtOrdersAgain(
      world.task,
      world.shopId,
      Object.keys(settings).map((key) => ({ kind: 'setting', key })),
    );
    const run = await unfinishedRun(world.test.database, world.shopId, 'sync-orders', undefined);
    if (run) await tasks['sync-orders']?.({ runId: run.id }, world.task);
  };

  const backfilled = async () => {
    const run = await unfinishedRun(world.test.database, world.shopId, 'backfill', undefined);
    for (;;) {
      const verdict = run && (await tasks.backfill?.({ runId: run.id }, world.task));
      if (verdict?.kind !== 'more') return;
    }
  };

  it('whether orders come by themselves: those that were read before come with the next poll', async () => {
    await save({ 'start-date': '2026-11-01' });
    await world.pollOrders();
    expect(await world.orders()).toEqual({ '#1001': 'new: not-automatic', '#1002': 'new: not-automatic' });
    await save({ 'orders-automatic': 'yes' });
    await world.pollOrders();
    expect(await world.orders()).toEqual({ '#1001': 'posted', '#1002': 'posted' });
  });

  it('the start date to an earlier day: what was left out for it comes with the next poll', async () => {
    await save({ 'start-date': '2026-11-01' });
    await world.pollOrders();
    await save({ 'start-date': '2026-11-04', 'orders-automatic': 'yes' });
    await world.syncOrders();
    expect(await world.orders()).toEqual({ '#1001': 'left-out: before-start', '#1002': 'posted' });
    await save({ 'start-date': '2026-11-01' });
    await world.pollOrders();
    expect(await world.orders()).toEqual({ '#1001': 'posted', '#1002': 'posted' });
  });

  it('which orders are for the books: those that were of no such status come with the next poll', async () => {
    await save({ 'start-date': '2026-11-01', 'orders-automatic': 'yes', 'order-statuses': 'pending' });
    await world.pollOrders();
    expect(await world.orders()).toEqual({ '#1001': 'new: status', '#1002': 'new: status' });
    await save({ 'order-statuses': 'paid' });
    await world.pollOrders();
    expect(await world.orders()).toEqual({ '#1001': 'posted', '#1002': 'posted' });
  });

  it('nothing but counts the history, and has orders come by themselves later: they come', async () => {
    await save({ 'start-date': '2026-11-01' });
    const { id } = await beginBackfill(world.task, world.shopId, { reach: 'date', since: '2026-11-01' });
    await backfilled();
    await stopBackfill(world.task, world.shopId, id);
    expect(await world.orders()).toEqual({ '#1001': 'new: not-automatic', '#1002': 'new: not-automatic' });
    await save({ 'orders-automatic': 'yes' });
    expect(await world.orders()).toEqual({ '#1001': 'posted', '#1002': 'posted' });
  });

  it('what stands before the order’s number: blanks around it are no part of it', async () => {
    await save({ 'order-prefix': '  EU-😀 ' });
    expect(settingOf(await mappingsOf(world.test.database, world.shopId), 'order-prefix')).toBe('EU-😀');
    await save({ 'order-prefix': '  ' });
    expect(settingOf(await mappingsOf(world.test.database, world.shopId), 'order-prefix')).toBeUndefined();
  });
});
