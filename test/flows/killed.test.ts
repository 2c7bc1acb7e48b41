import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { beginRun } from '~/database/runs';
import { requestSync } from '~/jobs/request-sync';
import { noProgress } from '~/sync/progress';
import { syncPayout } from '~/sync/sync-payout';
import { booksOfKlopt, countOfEntries, type BookedEntry } from '~test/support/books-of-klopt';
import { openWorld, type World } from '~test/support/klopt-world';
import { aShop } from '~test/support/shop-story';
import { spawnWorker } from '~test/support/spawn-worker';

const story = () =>
  aShop()
    .sells(1001)
    .sells(1002, { units: 3 })
    .sells(1003)
    .refunds(1001)
    .disputes(1002)
    .moves('RESERVED_FUNDS', -1500n)
    .pays(71);

/** What must stand in Odoo after a payout, however often and wherever its run died. */
interface Expected {
  readonly books: BookedEntry[];
  readonly entries: number;
  readonly partners: number;
  readonly calls: number;
}

async function undisturbed(version: 17 | 19): Promise<Expected> {
  const world = await openWorld({ state: story().state(), odoo: version });
  await world.discover();
  world.odoo.clearCalls();
  await world.sync('71');
  const calls = [...world.odoo.calls.values()].reduce((all, count) => all + count, 0);
  const expected = { ...standing(world), calls };
  await world.stop();
  return expected;
}

function standing({ odoo }: World) {
  return {
    books: booksOfKlopt(odoo),
    entries: countOfEntries(odoo),
    partners: odoo.records('res.partner', [], ['id']).length,
  };
}

async function expectClosedAs(world: World, { books, entries, partners }: Expected): Promise<void> {
  expect(await world.findings('71')).toEqual([]);
  expect(await world.payout('71')).toMatchObject({ state: 'posted', proof: { holds: true } });
  expect(standing(world)).toEqual({ books, entries, partners });
}

describe.each([17, 19] as const)('A payout whose posting is cut off, in Odoo %s', (version) => {
  let expected: Expected;
  let world: World;
  beforeAll(async () => {
    expected = await undisturbed(version);
  });
  afterEach(() => world.stop());

  it('ends the same after Odoo vanished after each single call of the run', async () => {
    world = await openWorld({ state: story().state(), odoo: version });
    await world.discover();
    const { run } = await beginRun(world.test.database, world.shopId, 'sync-payout', { payoutId: '71' });
    const impatient = await world.context({ retries: { attempts: 1, pauseMs: 0 } });
    let cut = 0;
    for (let calls = 1; calls <= expected.calls + 20; calls += 1) {
      world.odoo.faults.failAfter = calls;
      const ended = await syncPayout(impatient, run, noProgress).catch(() => 'cut off');
      if (ended !== 'cut off') break;
      cut += 1;
    }
    world.odoo.clearFaults();
    expect(cut).toBeGreaterThan(15);
    await world.test.database.run.updateMany({ data: { state: 'failed', finishedAt: new Date() } });
    await world.sync('71');
    await expectClosedAs(world, expected);
  });

  it.each([
    ['res.partner', 'load'],
    ['account.move', 'load'],
    ['account.move', 'action_post'],
    ['account.move.line', 'load'],
    ['account.bank.statement.line', 'load'],
    ['account.bank.statement', 'load'],
  ])('ends the same when the answer to %s.%s is lost after Odoo did it', async (model, method) => {
    world = await openWorld({ state: story().state(), odoo: version });
    await world.discover();
    world.odoo.faults.dropAnswerAfterCommit = { model, method, times: 1 };
    expect(await world.sync('71')).toMatchObject({ state: 'done' });
    expect(world.odoo.faults.dropAnswerAfterCommit).toBeNull();
    await expectClosedAs(world, expected);
  });
});

describe('A worker that is killed in the middle of posting', () => {
  let expected: Expected;
  let world: World;
  beforeAll(async () => {
    expected = await undisturbed(19);
  });
  afterEach(() => world.stop());

  const finished = async (id: string) => {
    for (let turn = 0; turn < 300; turn += 1) {
      const run = await world.test.database.run.findUniqueOrThrow({ where: { id } });
      if (run.finishedAt) return run;
      await sleep(100);
    }
    throw new Error('the run did not end');
  };

  it('has another take over: no entry twice, none missing, however often it dies', async () => {
    world = await openWorld({ state: story().state() });
    await world.discover();
    const { id } = await requestSync(world.task, world.shopId, '71');
    for (const dieAt of [
      'database:4',
      'odoo:after:1',
      'odoo:before:2',
      'odoo:after:2',
      'database:14',
      'odoo:after:1',
    ]) {
      const dying = spawnWorker(world, { dieAt });
      expect([dieAt, await dying.ended]).toEqual([dieAt, 'SIGKILL']);
    }
    const last = spawnWorker(world);
    expect((await finished(id)).state).toMatch(/^(done|nothing-to-do)$/);
    await last.stop();
    await expectClosedAs(world, expected);
  }, 120_000);

  it('is not taken for failed when it was only asked to stop: the next worker goes on', async () => {
    world = await openWorld({ state: story().state() });
    await world.discover();
    const { id } = await requestSync(world.task, world.shopId, '71');
    world.odoo.faults.slow = 1_500;
    const first = spawnWorker(world, { shutdownSeconds: 1 });
    const stateNow = async () => (await world.test.database.run.findUniqueOrThrow({ where: { id } })).state;
    while ((await stateNow()) === 'queued') await sleep(50);
    await sleep(1_000);
    await first.stop();
    expect(['running', 'waiting']).toContain(await stateNow());
    expect(await world.payout('71')).toMatchObject({ state: 'syncing', findings: 0 });
    world.odoo.clearFaults();
    const next = spawnWorker(world);
    expect(await finished(id)).toMatchObject({ state: 'done' });
    await next.stop();
    await expectClosedAs(world, expected);
  }, 60_000);
});
