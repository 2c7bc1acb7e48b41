import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveMappings } from '~/database/mappings';
import { connectOdoo } from '~/sync/connect-odoo';
import { setUpBooks } from '~test/demo/set-up-books';
import { startFakeOdoo, type FakeOdoo } from '~test/fakes/odoo/start-fake-odoo';
import { booksOfKlopt, countOfEntries } from '~test/support/books-of-klopt';
import { loginOf, openWorld, type World } from '~test/support/klopt-world';
import { aShop } from '~test/support/shop-story';

describe('A shop whose orders are posted, and no payout yet', () => {
  let world: World;
  let other: FakeOdoo;
  beforeEach(async () => {
    world = await openWorld({ state: aShop().sells(1001).sells(1002).state() });
    other = await startFakeOdoo({ version: 19, apiKey: 'key-of-another-odoo' });
    const value = (key: string, text: string) => ({ kind: 'setting' as const, key, target: { value: text } });
    await saveMappings(world.test.database, world.shopId, [value('start-date', '2026-10-01')]);
    await world.pollOrders();
    await world.syncOrders();
  });
  afterEach(async () => {
    await world.stop();
    await other.close();
  });

  const connectTo = (odoo: FakeOdoo) =>
    connectOdoo(world.test.database, world.secrets, world.shopId, loginOf(odoo));

  it('and is connected to another Odoo claims nothing of it, and posts them there once', async () => {
    expect(await world.orders()).toEqual({ '#1001': 'posted', '#1002': 'posted' });
    await connectTo(other);
    await setUpBooks(await world.context());
    expect(await world.orders()).toEqual({ '#1001': 'new', '#1002': 'new' });
    expect(await world.test.database.binding.count()).toBe(0);
    await world.syncOrders();
    await world.syncOrders();
    expect(await world.orders()).toEqual({ '#1001': 'posted', '#1002': 'posted' });
    expect(booksOfKlopt(other)).toEqual(booksOfKlopt(world.odoo));
    expect(countOfEntries(other)).toBe(countOfEntries(world.odoo));
  });

  it('and is connected to the same Odoo again keeps what it knew', async () => {
    const before = await world.test.database.binding.count();
    await connectTo(world.odoo);
    expect(await world.test.database.binding.count()).toBe(before);
    expect(await world.orders()).toEqual({ '#1001': 'posted', '#1002': 'posted' });
  });
});
