import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findingsOf } from '~/database/findings';
import { connectOdoo } from '~/sync/connect-odoo';
import { openWorld, type World } from '~test/support/klopt-world';
import { openRoutes, type Ask } from '~test/support/routes';
import { aShop } from '~test/support/shop-story';
import { spawnWorker } from '~test/support/spawn-worker';
import { requestSync } from '~/jobs/request-sync';
import { setTimeout as sleep } from 'node:timers/promises';

const odooKey = 'odoo-key-of-trade-wins';
const wrongKey = 'a-key-that-was-typed-wrong';

/** Signed tokens are long; this much of one is as good as all of it. */
const core = (token: string) => token.slice(-40);

describe('Secrets', () => {
  let world: World;
  let ask: Ask;
  let elsewhere = '';
  let given: string[];
  beforeAll(async () => {
    world = await openWorld({ state: aShop().sells(1001).pays(71).state() });
    ask = openRoutes(world);
    const { accessTokenOf } = await import('~/server/shopify.server');
    const { loader } = await import('~/routes/app');
    await ask(loader, '/app');
    Object.assign(world.task, { accessToken: accessTokenOf });
    given = [odooKey, wrongKey, core(world.token), core(await accessTokenOf(world.domain))];
  });
  afterAll(() => world.stop());

  it('a whole run, with wrong keys, failures and all, goes well in the end', async () => {
    const { action } = await import('~/routes/api.connection');
    const connect = async (apiKey: string) => {
      const body = JSON.stringify({ ...world.login, apiKey });
      const answer = await ask(action, '/api/connection', { method: 'POST', body });
      elsewhere += await answer.clone().text();
      return answer.status;
    };
    expect(await connect(wrongKey)).toBe(422);
    expect(await connect(odooKey)).toBe(200);
    await world.discover();
    world.odoo.faults.wrongKey = true;
    await world.sync('71');
    world.odoo.clearFaults();
    world.odoo.faults.html = true;
    await world.sync('71');
    world.odoo.clearFaults();
    world.shopify.faults.down = 99;
    await world.sync('71');
    world.shopify.faults.down = 0;
    expect(await world.sync('71')).toMatchObject({ state: 'done' });
  });

  it('that Shopify does not renew are waited for, and without a sign-in a person is asked to open the app', async () => {
    await world.test.database.session.updateMany({ data: { expires: new Date(Date.now() - 1000) } });
    world.shopify.uninstall(world.domain);
    expect(await world.sync('71')).toMatchObject({
      state: 'waiting',
      outcome: { values: { reason: 'shopify-unreachable' } },
    });
    await world.test.database.session.deleteMany();
    expect(await world.sync('71')).toMatchObject({ state: 'needs-person' });
    const [finding] = await findingsOf(world.test.database, world.shopId, '71');
    expect(finding?.kind).toBe('shopify-unreachable');
    expect(finding?.facts.detail).toContain('open the app to sign in');
  });

  it('are in no line of the log, of this process or of a worker’s own', async () => {
    world.token = world.shopify.issueToken(world.domain);
    const sync = async (worker: { stop: () => Promise<void> }) => {
      const { id } = await requestSync(world.task, world.shopId, '71');
      const run = () => world.test.database.run.findUniqueOrThrow({ where: { id } });
      for (let turn = 0; turn < 200 && !(await run()).finishedAt; turn += 1) await sleep(100);
      await worker.stop();
      return (await run()).state;
    };
    world.odoo.faults.wrongKey = true;
    expect(await sync(await world.work())).toBe('needs-person');
    world.odoo.clearFaults();
    const process = spawnWorker(world);
    expect(await sync(process)).toBe('nothing-to-do');
    expect(world.logged()).toContain('task needs a person');
    expect(process.said()).toContain('task ended');
    const said = world.logged() + process.said();
    for (const secret of [...given, core(world.token)]) expect(said).not.toContain(secret);
  });

  it('are in no answer to a page', async () => {
    const { loader } = await import('~/routes/api.connection');
    elsewhere += await (await ask(loader, '/api/connection')).text();
    expect(elsewhere).toContain(world.login.login);
    for (const secret of given) expect(elsewhere).not.toContain(secret);
  });

  it('are nowhere in the database in clear', async () => {
    const { rows: tables } = await world.test.pool.query<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
       WHERE table_schema IN ('public', 'graphile_worker') AND table_type = 'BASE TABLE'`,
    );
    let all = '';
    for (const { name } of tables) {
      const { rows } = await world.test.pool.query<{ line: string }>(`SELECT t::text AS line FROM ${name} t`);
      all += rows.map(({ line }) => line).join('\n');
    }
    expect(all).toContain('bt_7100000');
    for (const secret of given) expect(all).not.toContain(secret);
    await connectOdoo(world.test.database, world.secrets, world.shopId, world.login);
  });
});
