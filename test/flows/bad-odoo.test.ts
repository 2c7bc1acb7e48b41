import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveConnection } from '~/database/connections';
import { syncPayout } from '~/sync/sync-payout';
import { noProgress } from '~/sync/progress';
import { requestRun } from '~/jobs/request-run';
import { requestSync } from '~/jobs/request-sync';
import { findingsOf } from '~/database/findings';
import { countOfEntries } from '~test/support/books-of-klopt';
import { openWorld, type World } from '~test/support/klopt-world';
import { meddle } from '~test/support/meddle';
import { aShop } from '~test/support/shop-story';
import { connectOdoo } from '~/sync/connect-odoo';

const story = () => aShop().sells(1001).sells(1002).refunds(1001).pays(71);

describe.each([17, 19] as const)('On a bad day of Odoo %s', (version) => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld({ state: story().state(), odoo: version });
    await world.discover();
  });
  afterEach(() => world.stop());

  /** How the first finding of a payout reads: kind and facts. */
  const found = async () => (await findingsOf(world.test.database, world.shopId, '71'))[0];

  it('a payout waits for an Odoo that is too slow, and nothing is made twice', async () => {
    const { id } = await requestRun(world.task, world.shopId, 'sync-payout', { payoutId: '71' });
    const impatient = await world.context({ timeoutMs: 150, retries: { attempts: 2, pauseMs: 10 } });
    const run = await world.test.database.run.findUniqueOrThrow({ where: { id } });
    world.odoo.faults.slow = 400;
    await expect(syncPayout(impatient, run, noProgress)).rejects.toMatchObject({
      name: 'OdooUnreachable',
      verdict: 'again-later',
      message: expect.stringContaining('no answer within 0.15 s') as string,
    });
    world.odoo.clearFaults();
    await world.sync('71');
    expect(await world.payout('71')).toMatchObject({ state: 'posted', proof: { holds: true } });
  });

  it('a page of a proxy is waited out; what stays a page is for a person, with the page’s title', async () => {
    world.odoo.faults.html = true;
    expect(await world.sync('71')).toMatchObject({ state: 'waiting' });
    world.odoo.clearFaults();
    const maintenance = '<html><head><title>Back on Monday</title></head></html>';
    const away = meddle(
      world.odoo.url,
      () => new Response(maintenance, { headers: { 'content-type': 'text/html' } }),
    );
    expect(await world.sync('71')).toMatchObject({ state: 'needs-person' });
    away();
    expect(await found()).toMatchObject({
      kind: 'odoo-unreachable',
      facts: { detail: 'Back on Monday' },
      remedy: { page: 'connection' },
    });
    expect(await world.sync('71')).toMatchObject({ state: 'done' });
  });

  it('answers that are cut off midway are asked for again, and what was done is not done twice', async () => {
    let cut = 0;
    const away = meddle(world.odoo.url, ({ text, asked }) =>
      /load|action_post/.test(asked) && cut++ % 2 === 0 ? text.slice(0, text.length / 2) : text,
    );
    expect(await world.sync('71')).toMatchObject({ state: 'done' });
    away();
    expect(cut).toBeGreaterThan(3);
    expect(await world.payout('71')).toMatchObject({ state: 'posted', proof: { holds: true } });
    expect(countOfEntries(world.odoo)).toBe(7);
  });

  it('a wrong key is said at once, for the check and for the click, and a new key makes the payouts ready again', async () => {
    world.odoo.faults.wrongKey = true;
    expect(await world.check('71')).toMatchObject({ state: 'needs-person' });
    expect(await world.payout('71')).toMatchObject({ state: 'needs-attention' });
    expect(await world.findings('71')).toEqual(['odoo-key-refused']);
    expect(await world.sync('71')).toMatchObject({ state: 'needs-person' });
    expect(await found()).toMatchObject({ kind: 'odoo-key-refused', remedy: { page: 'connection' } });
    world.odoo.clearFaults();
    await connectOdoo(world.test.database, world.secrets, world.shopId, world.login);
    await world.discover();
    expect(await world.payout('71')).toMatchObject({ state: 'ready', findings: 0 });
  });

  it('an unknown database is said by its name', async () => {
    const facts = await world.test.database.connection.findUniqueOrThrow({ where: { shopId: world.shopId } });
    await saveConnection(
      world.test.database,
      world.secrets,
      world.shopId,
      { ...world.login, database: 'elsewhere' },
      {
        version: facts.version ?? '',
        transport: facts.transport ?? '',
        companyId: facts.companyId ?? 1,
        companyName: '',
        companyCurrency: 'EUR',
        uid: 2,
      },
    );
    expect(await world.sync('71')).toMatchObject({ state: 'needs-person' });
    const finding = await found();
    expect(finding?.kind).toBe('odoo-key-refused');
    expect(JSON.stringify(finding?.facts)).toContain('elsewhere');
  });

  it('without the rights for statement lines the message names the group and where to set it', async () => {
    world.odoo.faults.noAccountRights = true;
    expect(await world.sync('71')).toMatchObject({ state: 'needs-person' });
    const finding = await found();
    expect(finding?.kind).toBe('rights-missing');
    expect(finding?.facts).toMatchObject({ model: 'account.bank.statement.line', operation: 'create' });
    expect(finding?.facts.group).not.toBe('');
    expect(countOfEntries(world.odoo)).toBe(0);
    world.odoo.clearFaults();
    await world.sync('71');
    expect(await world.payout('71')).toMatchObject({ state: 'posted' });
  });

  it('an account that was archived and a journal that was deleted are named', async () => {
    const client = await (await world.context()).odoo();
    const mapping = async (kind: string, key: string) => {
      const row = await world.test.database.mapping.findFirstOrThrow({ where: { kind, key } });
      return (row.target as { id: number }).id;
    };
    const fee = await mapping('account', 'fee');
    const field = version >= 19 ? 'active' : 'deprecated';
    await client.write('account.account', [fee], { [field]: version < 19 });
    expect(await world.sync('71')).toMatchObject({ state: 'needs-person' });
    expect(await found()).toMatchObject({ kind: 'mapping-broken', facts: { reason: 'archived' } });
    await client.write('account.account', [fee], { [field]: version >= 19 });
    await client.unlink('account.journal', [await mapping('clearing-journal', 'EUR')]);
    expect(await world.sync('71')).toMatchObject({ state: 'needs-person' });
    expect(await found()).toMatchObject({
      kind: 'mapping-broken',
      facts: { mapping: 'clearing-journal', reason: 'gone' },
    });
    expect(countOfEntries(world.odoo)).toBe(0);
  });
});

describe('While Odoo is down', () => {
  let world: World;
  afterEach(() => world.stop());

  it('a payout waits while Odoo is down, says when it tries again, and finishes by itself', async () => {
    world = await openWorld({ state: story().state() });
    await world.discover();
    world.odoo.faults.down = true;
    const { id } = await requestSync(world.task, world.shopId, '71');
    const worker = await world.work();
    const run = () => world.test.database.run.findUniqueOrThrow({ where: { id } });
    const reaches = async (state: string) => {
      for (let turn = 0; turn < 200 && (await run()).state !== state; turn += 1) await sleep(100);
      return run();
    };
    const waiting = await reaches('waiting');
    const shown = await world.payout('71');
    expect(waiting.outcome).toEqual({ key: 'waits', values: { reason: 'odoo-unreachable' } });
    expect(Date.parse(shown.run?.retryAt ?? '')).toBeGreaterThan(Date.now());
    expect(shown.state).toBe('syncing');
    world.odoo.clearFaults();
    expect((await reaches('done')).state).toBe('done');
    await worker.stop();
    expect(await world.payout('71')).toMatchObject({ state: 'posted', proof: { holds: true } });
  });
});
