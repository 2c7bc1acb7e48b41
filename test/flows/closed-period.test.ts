import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { syncPayout } from '~/sync/sync-payout';
import { requestRun } from '~/jobs/request-run';
import { carryOutRun } from '~/jobs/carry-out-run';
import { findingsOf } from '~/database/findings';
import { saveMappings } from '~/sync/save-mappings';
import { booksOfKlopt, countOfEntries } from '~test/support/books-of-klopt';
import { openWorld, type World } from '~test/support/klopt-world';
import { meddle } from '~test/support/meddle';
import { aShop } from '~test/support/shop-story';

const story = () => aShop().sells(1001).sells(1002).refunds(1001).pays(71);

/** What an adviser does in Odoo's settings; '' opens everything again. */
function closedUntil({ odoo }: World, day: string): void {
  odoo.odoo.table('res.company').patch(1, { fiscalyear_lock_date: day || null });
}

/** As Odoo does to what falls in a period that was closed a moment ago: the drafts go to another day. */
function moveSilently({ odoo }: World): void {
  const drafts = odoo.records('account.move', [['state', '=', 'draft']], ['id']);
  for (const { id } of drafts) odoo.odoo.table('account.move').patch(Number(id), { date: '2026-11-20' });
}

describe.each([17, 19] as const)('A closed period in Odoo %s', (version) => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld({ state: story().state(), odoo: version });
    await world.discover();
  });
  afterEach(() => world.stop());

  it('a locked period names the day and where the entry would go; nothing is posted', async () => {
    closedUntil(world, '2026-11-04');
    expect(await world.sync('71')).toMatchObject({ state: 'needs-person' });
    const findings = await findingsOf(world.test.database, world.shopId, '71');
    expect(new Set(findings.map(({ kind }) => kind))).toEqual(new Set(['period-locked']));
    expect(findings[0]?.facts).toEqual({ date: '2026-11-03', lock: '2026-11-04', openDay: '2026-11-05' });
    expect(countOfEntries(world.odoo)).toBe(0);
  });

  it('with the merchant’s word a closed day’s entries go to the first open day, are proven, and stay there', async () => {
    closedUntil(world, '2026-11-04');
    await saveMappings(await world.context(), [
      { kind: 'setting', key: 'post-on-first-open-day', target: { value: 'yes' } },
    ]);
    expect(await world.sync('71')).toMatchObject({ state: 'done' });
    expect(await world.payout('71')).toMatchObject({ state: 'posted', proof: { holds: true } });
    const books = booksOfKlopt(world.odoo);
    expect(new Set(books.map(({ date }) => date))).toEqual(new Set(['2026-11-05', '2026-11-10']));
    closedUntil(world, '2026-11-30');
    expect(await world.sync('71')).toMatchObject({ state: 'nothing-to-do' });
    expect(booksOfKlopt(world.odoo)).toEqual(books);
  });

  it('a posted payout stays posted when its month is closed', async () => {
    await world.sync('71');
    closedUntil(world, '2026-11-30');
    expect(await world.sync('71')).toMatchObject({ state: 'nothing-to-do' });
    expect(await world.payout('71')).toMatchObject({ state: 'posted', findings: 0 });
  });

  it('a period that is closed between the plan and the posting stops it; no entry lies on another day', async () => {
    const closing = carryOutRun(async (context, run, progress) => {
      const close = async (stage: Parameters<typeof progress>[0], done: number, total: number) => {
        if (stage === 'documents') closedUntil(world, '2026-11-30');
        await progress(stage, done, total);
      };
      return syncPayout(context, run, close);
    });
    const { id } = await requestRun(world.task, world.shopId, 'sync-payout', { payoutId: '71' });
    await closing({ runId: id }, world.task);
    expect(await world.payout('71')).toMatchObject({ state: 'needs-attention' });
    expect(new Set(await world.findings('71'))).toEqual(new Set(['period-locked']));
    expect(booksOfKlopt(world.odoo).filter(({ state }) => state === 'posted')).toEqual([]);
    expect(booksOfKlopt(world.odoo).filter(({ date }) => date > '2026-11-30')).toEqual([]);
  });

  it('a period that is closed between the documents and the statement lines stops it there; opened again, it goes on', async () => {
    const closing = carryOutRun(async (context, run, progress) => {
      const close = async (stage: Parameters<typeof progress>[0], done: number, total: number) => {
        if (stage === 'settlement') closedUntil(world, '2026-11-30');
        await progress(stage, done, total);
      };
      return syncPayout(context, run, close);
    });
    const { id } = await requestRun(world.task, world.shopId, 'sync-payout', { payoutId: '71' });
    await closing({ runId: id }, world.task);
    expect(new Set(await world.findings('71'))).toEqual(new Set(['period-locked']));
    expect(booksOfKlopt(world.odoo).filter(({ name }) => name.startsWith('bt_'))).toEqual([]);
    closedUntil(world, '');
    await world.sync('71');
    expect(await world.payout('71')).toMatchObject({ state: 'posted', proof: { holds: true } });
  });

  it('a document that Odoo moved to another day is named, also by the next run when this one died unseeing', async () => {
    const away = meddle(world.odoo.url, ({ text, asked }) => {
      if (asked.includes('action_post')) world.odoo.faults.down = true;
      return text;
    });
    const closing = carryOutRun((context, run, progress) =>
      syncPayout(context, run, async (stage, done, total) => {
        await progress(stage, done, total);
        if (stage === 'posting') moveSilently(world);
      }),
    );
    const { id } = await requestRun(world.task, world.shopId, 'sync-payout', { payoutId: '71' });
    await closing({ runId: id }, world.task);
    away();
    world.odoo.clearFaults();
    expect(booksOfKlopt(world.odoo).map(({ date, state }) => `${date} ${state}`)).toContain(
      '2026-11-20 posted',
    );
    await world.sync('71');
    expect(new Set(await world.findings('71'))).toEqual(new Set(['period-locked']));
    expect((await findingsOf(world.test.database, world.shopId, '71'))[0]).toMatchObject({
      facts: { date: '2026-11-03', openDay: '2026-11-20' },
      remedy: { page: 'odoo-record', model: 'account.move' },
    });
    expect(booksOfKlopt(world.odoo).filter(({ name }) => name.startsWith('bt_'))).toEqual([]);
  });
});
