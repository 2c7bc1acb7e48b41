import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removeConnection } from '~/database/connections';
import { connectOdoo } from '~/sync/connect-odoo';
import { setUpBooks } from '~test/demo/set-up-books';
import { startFakeOdoo, type FakeOdoo } from '~test/fakes/odoo/start-fake-odoo';
import { booksOfKlopt, countOfEntries } from '~test/support/books-of-klopt';
import { loginOf, openWorld, type World } from '~test/support/klopt-world';
import { aShop } from '~test/support/shop-story';

describe('A shop whose payouts are posted', () => {
  let world: World;
  let other: FakeOdoo;
  beforeEach(async () => {
    world = await openWorld({ state: aShop().sells(1001).pays(71).sells(1002).pays(72).state() });
    other = await startFakeOdoo({ version: 19, apiKey: 'key-of-another-odoo' });
    await world.discover();
    await world.sync('71');
  });
  afterEach(async () => {
    await world.stop();
    await other.close();
  });

  const connectTo = (odoo: FakeOdoo) =>
    connectOdoo(world.test.database, world.secrets, world.shopId, loginOf(odoo));

  it('and is connected to another Odoo claims nothing of it, and is posted there once', async () => {
    await connectTo(other);
    await setUpBooks(await world.context());
    const shown = await world.payout('71');
    expect(shown).toMatchObject({ state: 'new', proof: null, statement: null, transfer: null });
    expect(shown.transactions.flatMap(({ documents }) => documents)).toEqual([]);
    await world.discover();
    expect(await world.payout('71')).toMatchObject({ state: 'ready' });
    await world.sync('71');
    await world.sync('71');
    expect(await world.payout('71')).toMatchObject({ state: 'posted', proof: { holds: true } });
    expect(booksOfKlopt(other)).toEqual(booksOfKlopt(world.odoo));
    expect(countOfEntries(other)).toBe(countOfEntries(world.odoo));
  });

  it('and comes back to the first finds there what it posted, and makes nothing twice', async () => {
    const before = countOfEntries(world.odoo);
    await connectTo(other);
    await connectTo(world.odoo);
    expect(await world.sync('71')).toMatchObject({ state: 'nothing-to-do' });
    expect(await world.payout('71')).toMatchObject({ state: 'posted', proof: { holds: true } });
    expect(countOfEntries(world.odoo)).toBe(before);
  });

  it('and is disconnected and connected to the same Odoo again keeps what it knew', async () => {
    const before = await world.payout('71');
    await removeConnection(world.test.database, world.shopId);
    await connectTo(world.odoo);
    expect(await world.payout('71')).toEqual(before);
  });
});
