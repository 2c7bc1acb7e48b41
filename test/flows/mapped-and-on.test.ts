import type { ActionFunction, LoaderFunction } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveMappings as write } from '~/database/mappings';
import { saveOrders } from '~/database/orders';
import { showMappings } from '~/sync/read/show-mappings';
import type { MappingChange, SuggestionsView } from '~/views/mapping-view';
import { openWorld, type World } from '~test/support/klopt-world';
import { openRoutes, type Ask } from '~test/support/routes';
import { aShop } from '~test/support/shop-story';
import { orderNumberBase } from '~test/trade-wins/made-order';

const idOf = (number: number) => String(orderNumberBase + number);

describe('Orders that wait for a tax', () => {
  let world: World;
  let ask: Ask;
  let key: string;
  const shop = () => ({ id: world.shopId, currency: 'EUR' });
  const view = () => showMappings(world.test.database, shop());
  const post = async (change: MappingChange) => {
    const { action }: { action: ActionFunction } = await import('~/routes/api.mappings');
    return ask(action, '/api/mappings', { method: 'POST', body: JSON.stringify({ changes: [change] }) });
  };
  beforeAll(async () => {
    world = await openWorld({ state: aShop().sells(1001).sells(1002).sells(1003).state() });
    ask = openRoutes(world);
    // Nobody has mapped a tax of the Netherlands yet.
    const taxes = (await view()).taxes.filter(({ country }) => country === 'NL');
    await write(
      world.test.database,
      world.shopId,
      taxes.map((row) => ({ kind: 'tax' as const, key: row.key, target: null })),
    );
    await world.pollOrders();
    await world.syncOrders([idOf(1001), idOf(1002)]);
  });
  afterAll(() => world.stop());

  it('are counted on the tax, which stands first', async () => {
    expect(await world.orders()).toMatchObject({ '#1001': 'needs-attention', '#1002': 'needs-attention' });
    const [first] = (await view()).taxes;
    expect(first).toMatchObject({ country: 'NL', target: null, instead: null, orders: 3 });
    key = first?.key ?? '';
  });

  it('are one click away: Odoo’s tax of that rate is suggested, and its mapping asks for them again', async () => {
    const { loader }: { loader: LoaderFunction } = await import('~/routes/api.mappings.suggestions');
    const { taxes } = (await (await ask(loader, '/api/mappings/suggestions')).json()) as SuggestionsView;
    expect(taxes[key]?.way).toBe('use');
    const answer = await post({ kind: 'tax', key, target: { id: taxes[key]?.tax.id ?? 0 } });
    expect(answer.status).toBe(200);
    const rows = await world.test.database.order.findMany({ orderBy: { orderId: 'asc' } });
    expect(rows.map(({ state, requestedBy }) => [state, requestedBy])).toEqual([
      ['queued', 'person'],
      ['queued', 'person'],
      ['queued', 'poll'],
    ]);
    const run = await world.test.database.run.findFirst({ where: { kind: 'sync-orders', state: 'queued' } });
    expect(run).not.toBeNull();
  });

  it('are in the books after that run; one that nobody asked for only waits for no tax any more', async () => {
    await world.syncOrders([]);
    expect(await world.orders()).toEqual({
      '#1001': 'posted',
      '#1002': 'posted',
      '#1003': 'new: not-automatic',
    });
    expect((await view()).taxes.find((row) => row.key === key)).toMatchObject({ orders: 0 });
  });

  it('are not asked for by a mapping that was refused', async () => {
    const answer = await post({ kind: 'gateway', key: 'manual', target: { id: 999_999 } });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      problems: { 'gateway:manual': { facts: { reason: 'gone' }, remedy: { section: 'gateways' } } },
    });
  });

  it('a gateway’s row says journal, account and whether it is registered, with the orders that it paid', async () => {
    const { gateways } = await view();
    expect(gateways.find(({ key: name }) => name === 'shopify_payments')).toMatchObject({
      feed: true,
      seen: 3,
    });
    expect((await post({ kind: 'gateway-register', key: 'manual', target: { value: 'no' } })).status).toBe(
      200,
    );
    expect((await view()).gateways.find(({ key: name }) => name === 'manual')).toMatchObject({
      feed: false,
      register: 'no',
      journal: null,
    });
  });

  it('a gateway that only a test order names is not there to be mapped', async () => {
    const tried = (orderId: string, test: boolean, gateway: string) => ({
      orderId,
      name: `#${orderId}`,
      placedAt: new Date('2026-11-01T10:00:00Z'),
      financialStatus: 'paid' as const,
      test,
      currency: 'EUR',
      totalMinor: 100n,
      gateways: [gateway],
    });
    await saveOrders(world.test.database, world.shopId, [
      tried('91', true, 'bogus'),
      tried('92', false, 'Klarna'),
    ]);
    const keys = (await view()).gateways.map(({ key: name }) => name);
    expect(keys).toContain('Klarna');
    expect(keys).not.toContain('bogus');
  });

  it('a clearing journal that is made at a click has payouts looked at again that waited for it', async () => {
    const { action }: { action: ActionFunction } = await import('~/routes/api.mappings.clearing-journal');
    const looks = () => world.test.database.run.count({ where: { kind: 'discover-payouts' } });
    await world.test.database.run.deleteMany();
    const body = JSON.stringify({ currency: 'USD' });
    const answer = await ask(action, '/api/mappings/clearing-journal', { method: 'POST', body });
    expect(await answer.json()).toEqual({ ok: true, problems: {} });
    const where = { kind: 'clearing-journal', key: 'USD' };
    expect(await world.test.database.mapping.count({ where })).toBe(1);
    expect(await looks()).toBe(1);
  });

  it('settings are read back with their defaults, and an emptied one is taken away', async () => {
    expect((await view()).settings).toMatchObject({ customers: 'original', 'poll-minutes': '30' });
    await post({ kind: 'setting', key: 'order-prefix', target: { value: 'EU-' } });
    expect((await view()).settings['order-prefix']).toBe('EU-');
    await post({ kind: 'setting', key: 'order-prefix', target: { value: '' } });
    expect(await world.test.database.mapping.count({ where: { key: 'order-prefix' } })).toBe(0);
  });
});
