import type { ActionFunction } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mappingsOf } from '~/database/mappings';
import { openWorld, type World } from '~test/support/klopt-world';
import { openRoutes, type Ask } from '~test/support/routes';
import { aShop } from '~test/support/shop-story';

describe('Nonsense that is sent to the pages’ own addresses', () => {
  let world: World;
  let ask: Ask;
  beforeAll(async () => {
    world = await openWorld({ state: aShop().sells(1001).pays(71).state() });
    await world.discover();
    ask = openRoutes(world);
  });
  afterAll(() => world.stop());

  it.each(['\\', '100%', '_', '%', '\0', '71\0'])('a search for %j answers a list', async (typed) => {
    const { loader } = await import('~/routes/api.payouts');
    const answer = await ask(loader, `/api/payouts?q=${encodeURIComponent(typed)}`);
    expect(answer.status).toBe(200);
    const { total } = (await answer.json()) as { total: number };
    expect(total).toBe(typed.replace('\0', '') === '' || typed.startsWith('71') ? 1 : 0);
  });

  it.each([
    ['a setting that there is not', 'setting', 'interest-rate', { value: '7' }],
    ['an account that is a word', 'account', 'fee', { value: 'Bank charges' }],
    ['a setting that is an account', 'setting', 'customers', { id: 1 }],
    ['a key with a zero byte', 'type', 'ADJUSTMENT\0', null],
    ['a kind that there is not', 'journal', 'x', null],
  ])('%s is refused, and nothing is kept', async (_what, kind, key, target) => {
    const before = await mappingsOf(world.test.database, world.shopId);
    const answer = await change({ kind, key, target });
    expect(answer.status).toBe(400);
    expect(await mappingsOf(world.test.database, world.shopId)).toEqual(before);
  });

  it.each([
    ['customers', 'nobody', 'original, company, generic'],
    ['poll-minutes', '5', '15–240'],
    ['start-date', '31-12-2026', 'YYYY-MM-DD'],
    ['start-date', '1800-01-01', '2004-01-01'],
    ['order-prefix', '😀'.repeat(300), '20'],
    ['orders-automatic', 'yes', ''],
  ])('the setting %s is not kept as %j, and the answer says what is allowed', async (key, value, allowed) => {
    const before = await mappingsOf(world.test.database, world.shopId);
    const answer = await change({ kind: 'setting', key, target: { value } });
    expect(answer.status).toBe(422);
    const { problems } = (await answer.json()) as {
      problems: Record<string, { facts: { allowed: string; reason: string } }>;
    };
    const [problem] = Object.values(problems);
    expect(problem?.facts.allowed).toBe(allowed);
    if (allowed === '') expect(Object.keys(problems)).toEqual(['setting:start-date']);
    expect(await mappingsOf(world.test.database, world.shopId)).toEqual(before);
  });

  it.each([
    '',
    '{}',
    '[]',
    'null',
    '{"ids":[]}',
    '{"ids":["\\u0000"]}',
    '{"all":false}',
    '{"ids":["7"],"all":true}',
  ])('a wish to bring orders to Odoo that says %j is refused, and none is asked for', async (body) => {
    const { action } = await import('~/routes/api.orders.sync');
    const answer = await ask(action, '/api/orders/sync', { method: 'POST', body });
    expect(answer.status).toBe(400);
    expect(await world.test.database.run.count({ where: { kind: 'sync-orders' } })).toBe(0);
  });

  it.each([
    ['1800-01-01', 'too-early', '2004-01-01'],
    ['2999-01-01', 'too-late', new Date().toISOString().slice(0, 10)],
  ])('a wish for the history since %s is %s, and nothing is counted', async (since, kind, date) => {
    await world.test.database.shop.update({ where: { id: world.shopId }, data: { timeZone: 'UTC' } });
    const { action } = await import('~/routes/api.backfill');
    const body = JSON.stringify({ reach: 'date', since });
    const answer = await ask(action, '/api/backfill', { method: 'POST', body });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toEqual({ error: { kind, message: '', facts: { date } } });
    expect(await world.test.database.backfill.count()).toBe(0);
  });

  it('a wish to bring all orders to Odoo says so', async () => {
    const { action } = await import('~/routes/api.orders.sync');
    const body = JSON.stringify({ all: true });
    expect((await ask(action, '/api/orders/sync', { method: 'POST', body })).status).toBe(200);
  });

  it.each(['\0', '6001001\0', 'x', '1 or 1', ''])('there is no order %j', async (id) => {
    const { loader } = await import('~/routes/api.orders.$id');
    const path = `/api/orders/${encodeURIComponent(id)}`;
    expect((await ask(loader, path, { params: { id } })).status).toBe(404);
  });

  it.each(['\0', '71\0', 'x', ''])('there is no payout %j', async (id) => {
    const { loader } = await import('~/routes/api.payouts.$id');
    const path = `/api/payouts/${encodeURIComponent(id)}`;
    expect((await ask(loader, path, { params: { id } })).status).toBe(404);
  });

  it('no status at all is no choice, and is not taken for the usual ones', async () => {
    const answer = await change({ kind: 'setting', key: 'order-statuses', target: { value: '' } });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      problems: { 'setting:order-statuses': { facts: { reason: 'none-chosen' } } },
    });
  });

  it('a setting with one of its values is kept', async () => {
    expect((await change({ kind: 'setting', key: 'customers', target: { value: 'generic' } })).status).toBe(
      200,
    );
  });

  async function change(one: object) {
    const { action }: { action: ActionFunction } = await import('~/routes/api.mappings');
    return ask(action, '/api/mappings', { method: 'POST', body: JSON.stringify({ changes: [one] }) });
  }
});
