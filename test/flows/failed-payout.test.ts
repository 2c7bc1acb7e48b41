import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { showPreview } from '~/sync/read/show-preview';
import { bankReceives } from '~test/support/bank';
import { booksOfKlopt, countOfEntries } from '~test/support/books-of-klopt';
import { openWorld, type World } from '~test/support/klopt-world';
import { previewedEntries } from '~test/support/previewed-entries';
import { aShop } from '~test/support/shop-story';

describe('A payout that failed at Shopify', () => {
  let world: World;
  const story = aShop().sells(1001).sells(1002).pays(71, { status: 'FAILED' });
  beforeAll(async () => {
    world = await openWorld({ state: story.state() });
  });
  afterAll(() => world.stop());

  it('is looked into as others are, and is never ready', async () => {
    await world.discover();
    expect(await world.payout('71')).toMatchObject({ state: 'failed', holds: { charge: 2 }, findings: 0 });
    world.shopify.calls.length = 0;
    await world.discover();
    expect(world.shopify.callCounts()).toEqual({ Payouts: 1 });
  });

  it('is posted without a transfer: its money is still with Shopify', async () => {
    expect(await world.sync('71')).toMatchObject({ state: 'done' });
    const shown = await world.payout('71');
    expect(shown).toMatchObject({ state: 'failed', transfer: null, proof: { holds: true } });
    expect(shown.proof?.steps.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'transactions equal',
      'lines equal',
      'transfer equal',
      'bank not-due',
    ]);
    expect(booksOfKlopt(world.odoo).map(({ name }) => name)).not.toContain('po_71');
  });
});

describe.each([17, 19] as const)('A payout that fails after it was posted in Odoo %s', (version) => {
  let world: World;
  const story = () => aShop().sells(1001).sells(1002).pays(71).sells(1003).pays(72);
  beforeAll(async () => {
    world = await openWorld({ state: story().state(), odoo: version });
    await world.discover();
    await world.sync('71');
    await world.sync('72');
  });
  afterAll(() => world.stop());

  it('has its transfer taken back as soon as Shopify says so, and the proof shows a transfer of nothing', async () => {
    expect(await world.payout('71')).toMatchObject({ state: 'posted' });
    world.shopify.setState(story().turns(71, 'FAILED').state());
    await world.discover();
    expect(await world.findings('71')).toEqual([]);
    const shown = await world.payout('71');
    expect(shown).toMatchObject({ state: 'failed', proof: { holds: true } });
    expect(shown.proof?.steps[2]).toMatchObject({
      name: 'transfer',
      state: 'equal',
      expected: { minor: '0' },
      actual: { minor: '0' },
    });
    expect(shown.history[0]).toMatchObject({ kind: 'sync-payout', state: 'done' });
    const [transfer, back] = booksOfKlopt(world.odoo).filter(({ name }) => name.startsWith('po_71'));
    expect(back?.name).toBe('po_71_failed');
    expect(back?.date).toBe(transfer?.date);
    expect(back?.items.map(({ account, debit, credit }) => [account, credit, debit])).toEqual(
      transfer?.items.map(({ account, debit, credit }) => [account, debit, credit]),
    );
  });

  it('shows the line that takes it back in the preview, as it stands in Odoo', async () => {
    const preview = await showPreview(await world.context(), { shopHandle: 'trade-wins' }, '71');
    expect(preview.entries.find(({ key }) => key === 'po_71_failed')).toMatchObject({ exists: true });
    const own = booksOfKlopt(world.odoo).filter(({ name }) => name === 'po_71_failed');
    expect(previewedEntries(preview).filter(({ name }) => name === 'po_71_failed')).toEqual(own);
  });

  it('takes it back once, whoever asks again', async () => {
    const entries = countOfEntries(world.odoo);
    await world.discover();
    expect(await world.sync('71')).toMatchObject({ state: 'nothing-to-do' });
    expect(countOfEntries(world.odoo)).toBe(entries);
    expect(await world.payout('71')).toMatchObject({ state: 'failed', proof: { holds: true } });
  });

  it('leaves other payouts as they are, and is not taken for banked', async () => {
    expect(await world.payout('72')).toMatchObject({ state: 'posted', proof: { holds: true } });
    const { net } = await world.payout('72');
    await bankReceives(world, '72', `${net.minor.slice(0, -2)}.${net.minor.slice(-2)}`);
    await world.discover();
    expect((await world.payout('72')).state).toBe('banked');
    expect((await world.payout('71')).state).toBe('failed');
  });
});
