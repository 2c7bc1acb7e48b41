import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findingsOf } from '~/database/findings';
import { requestSync } from '~/jobs/request-sync';
import { tasks } from '~/jobs/tasks';
import { connectOdoo } from '~/sync/connect-odoo';
import { importCsv } from '~/sync/import-csv';
import { openShopContext } from '~/sync/open-shop-context';
import { listPayouts } from '~/sync/read/list-payouts';
import { showPayout } from '~/sync/read/show-payout';
import { showRun } from '~/sync/read/show-run';
import { setUpBooks } from '~test/demo/set-up-books';
import { booksOfKlopt } from '~test/support/books-of-klopt';
import { addShop, openWorld, type World } from '~test/support/klopt-world';
import { openRoutes } from '~test/support/routes';
import { aShop } from '~test/support/shop-story';

const other = 'tulip-shop.myshopify.com';
const places = { shopHandle: 'any' };

describe('Two shops on one Klopt, in one Odoo, with a payout of the same number', () => {
  let world: World;
  let otherId: string;
  beforeAll(async () => {
    world = await openWorld({
      state: aShop().sells(1001).pays(71).state(),
      others: [aShop(other).sells(1001).sells(1002).pays(71).state()],
    });
    otherId = await addShop(world.test, other);
    await connectOdoo(world.test.database, world.secrets, otherId, world.login);
    const tokens = { [world.domain]: world.token, [other]: world.shopify.issueToken(other) };
    Object.assign(world.task, { accessToken: (domain: string) => Promise.resolve(tokens[domain]) });
    await setUpBooks(await openShopContext(world.task, otherId));
    await world.discover();
    await discoverOther();
  });
  afterAll(() => world.stop());

  async function discoverOther() {
    const { requestRun } = await import('~/jobs/request-run');
    const { id } = await requestRun(world.task, otherId, 'discover-payouts');
    await tasks['discover-payouts']?.({ runId: id }, world.task);
    const open = await world.test.database.run.findMany({ where: { shopId: otherId, state: 'queued' } });
    for (const run of open) await tasks['preview-payout']?.({ runId: run.id }, world.task);
  }
  const shown = (shopId: string) => showPayout(world.test.database, shopId, places, '71');

  it('each sees its own', async () => {
    expect((await shown(world.shopId))?.transactions).toHaveLength(1);
    expect((await shown(otherId))?.transactions).toHaveLength(2);
    expect(await listPayouts(world.test.database, otherId, places)).toMatchObject({ total: 1, ready: 1 });
  });

  it('posting the one leaves the other as it is', async () => {
    const before = await shown(otherId);
    await world.sync('71');
    expect(await shown(world.shopId)).toMatchObject({ state: 'posted' });
    expect(await shown(otherId)).toEqual(before);
    expect(await showRun(world.test.database, otherId, '71')).toMatchObject({ run: null, state: 'ready' });
    expect(booksOfKlopt(world.odoo, 'klopt_tulip_shop')).toEqual([]);
  });

  it('the other is posted beside it, under names of its own, and both are proven', async () => {
    const own = booksOfKlopt(world.odoo);
    const run = await requestSync(world.task, otherId, '71');
    await tasks['sync-payout']?.({ runId: run.id }, world.task);
    expect(await findingsOf(world.test.database, otherId, '71')).toEqual([]);
    expect(await shown(otherId)).toMatchObject({ state: 'posted', proof: { holds: true } });
    expect(booksOfKlopt(world.odoo)).toEqual(own);
    expect(booksOfKlopt(world.odoo, 'klopt_tulip_shop').map(({ name }) => name)).toContain('po_71');
    expect(await shown(world.shopId)).toMatchObject({ state: 'posted', proof: { holds: true } });
  });

  it('an import of the one does not touch the other’s payout of that number', async () => {
    const header = 'Transaction Date,Type,Order,Payout Status,Payout Date,Payout ID,Amount,Fee,Net,Currency';
    const row = '2026-11-03 11:00:00 +0100,charge,#9,paid,2026-11-10,99,5.00,0.00,5.00,EUR';
    const context = await openShopContext(world.task, otherId);
    await importCsv(context, new TextEncoder().encode(`${header}\n${row}`));
    expect(await showPayout(world.test.database, otherId, places, '99')).toMatchObject({ source: 'csv' });
    expect(await showPayout(world.test.database, world.shopId, places, '99')).toBeUndefined();
  });

  it('a page of the one asks in vain for a payout that only the other has', async () => {
    const ask = openRoutes(world);
    const routes = [
      [(await import('~/routes/api.payouts.$id')).loader, 'GET', ''],
      [(await import('~/routes/api.payouts.$id.run')).loader, 'GET', '/run'],
      [(await import('~/routes/api.payouts.$id.preview')).loader, 'GET', '/preview'],
      [(await import('~/routes/api.payouts.$id.sync')).action, 'POST', '/sync'],
    ] as const;
    for (const [route, method, tail] of routes) {
      const answer = await ask(route, `/api/payouts/99${tail}`, { method, params: { id: '99' } });
      expect([tail, answer.status]).toEqual([tail, 404]);
    }
    const mine = await ask(routes[0][0], '/api/payouts/99', { params: { id: '99' }, shop: other });
    expect(mine.status).toBe(200);
  });
});
