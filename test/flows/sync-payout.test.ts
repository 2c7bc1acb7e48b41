import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectionOf, removeConnection } from '~/database/connections';
import { showPreview } from '~/sync/read/show-preview';
import { bankReceives, bankTakesBack } from '~test/support/bank';
import { booksOfKlopt, countOfEntries, type BookedEntry } from '~test/support/books-of-klopt';
import { openWorld, type World } from '~test/support/klopt-world';
import { previewedEntries } from '~test/support/previewed-entries';
import { aShop } from '~test/support/shop-story';
import type { ShopState } from '~test/fakes/shopify/shop-state';

const story = () =>
  aShop()
    .sells(1001)
    .sells(1002, { units: 3 })
    .sells(1003)
    .refunds(1001, { shipping: true })
    .refunds(1003, { lines: [], goodwill: 500n })
    .disputes(1002)
    .moves('RESERVED_FUNDS', -1500n)
    .pays(71);

/** The customers read Dutch: words on documents that are ours are in their language. */
function inDutch(state: ShopState): ShopState {
  return { ...state, orders: (state.orders ?? []).map((order) => ({ ...order, customerLocale: 'nl' })) };
}

describe.each([17, 19] as const)('Closing a payout in Odoo %s', (version) => {
  let world: World;
  let previewed: BookedEntry[];
  let labels: string[];
  beforeAll(async () => {
    world = await openWorld({ state: inDutch(story().state()), odoo: version });
  });
  afterAll(() => world.stop());

  it('finds it ready, and says what it holds', async () => {
    await world.discover();
    expect(await world.findings('71')).toEqual([]);
    expect(await world.payout('71')).toMatchObject({
      state: 'ready',
      holds: { charge: 3, refund: 2, dispute: 1, reserve: 1 },
    });
  });

  it('previews it without writing anything to Odoo', async () => {
    const before = countOfEntries(world.odoo);
    const preview = await showPreview(await world.context(), { shopHandle: 'trade-wins' }, '71');
    previewed = previewedEntries(preview);
    labels = preview.entries.flatMap(({ items }) => items.map(({ label }) => label));
    expect(preview).toMatchObject({ canPost: true, findings: [] });
    expect(preview.entries.map(({ exists }) => exists)).not.toContain(true);
    expect(countOfEntries(world.odoo)).toBe(before);
  });

  it('posts it and proves it to the cent', async () => {
    expect(await world.sync('71')).toMatchObject({ state: 'done', outcome: { key: 'posted' } });
    expect(await world.findings('71')).toEqual([]);
    const shown = await world.payout('71');
    expect(shown).toMatchObject({ state: 'posted', proof: { holds: true, documents: 5, exact: 5 } });
    expect(shown.proof?.steps.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'transactions equal',
      'lines equal',
      'transfer equal',
      'bank awaited',
    ]);
    expect(shown.transactions.map(({ state }) => state)).not.toContain('not-posted');
  });

  it('has made the very entries that the preview showed: date, account, debit and credit of every item', () => {
    expect(booksOfKlopt(world.odoo)).toEqual(previewed);
  });

  it('has written the words that the preview showed, in the customer’s language', () => {
    const documents = world.odoo
      .records('account.move', [['move_type', 'in', ['out_invoice', 'out_refund']]], ['id'])
      .map(({ id }) => id);
    const written = world.odoo
      .records(
        'account.move.line',
        [
          ['move_id', 'in', documents],
          ['display_type', '=', 'product'],
        ],
        ['name'],
      )
      .map(({ name }) => String(name));
    expect(written).toContain('Correctie');
    expect(labels).toEqual(expect.arrayContaining(written));
  });

  it('changes nothing when it is synced again', async () => {
    const books = booksOfKlopt(world.odoo);
    const entries = countOfEntries(world.odoo);
    expect(await world.sync('71')).toMatchObject({
      state: 'nothing-to-do',
      outcome: { key: 'already-posted' },
    });
    expect(booksOfKlopt(world.odoo)).toEqual(books);
    expect(countOfEntries(world.odoo)).toBe(entries);
    expect(await world.payout('71')).toMatchObject({ state: 'posted', proof: { holds: true } });
  });

  it('is banked once the bank’s own line is matched in Odoo, and open again when that is undone', async () => {
    const { net } = await world.payout('71');
    const amount = `${net.minor.slice(0, -2)}.${net.minor.slice(-2)}`;
    const bankLine = await bankReceives(world, '71', amount);
    await world.discover();
    const banked = await world.payout('71');
    expect(banked.state).toBe('banked');
    expect(banked.proof?.steps.at(-1)).toMatchObject({ name: 'bank', state: 'equal', actual: net });
    expect(await world.sync('71')).toMatchObject({ state: 'nothing-to-do' });
    expect((await world.payout('71')).state).toBe('banked');
    await bankTakesBack(world, bankLine);
    await world.discover();
    const open = await world.payout('71');
    expect(open.state).toBe('posted');
    expect(open.proof?.steps.at(-1)).toMatchObject({ name: 'bank', state: 'awaited', actual: null });
    expect(open.proof?.holds).toBe(true);
  });

  it('looks for payouts although Odoo is down; the bank is looked at next time', async () => {
    world.odoo.faults.down = true;
    expect(await world.discover()).toMatchObject({ state: 'done' });
    world.odoo.clearFaults();
    expect(world.logged()).toContain('the bank was not looked at');
  });

  it('asks Odoo nothing about the bank without a connection', async () => {
    expect(await connectionOf(world.test.database, world.shopId)).not.toBeNull();
    await removeConnection(world.test.database, world.shopId);
    world.odoo.clearCalls();
    expect(await world.discover()).toMatchObject({ state: 'done' });
    expect([...world.odoo.calls.keys()]).toEqual([]);
  });
});
