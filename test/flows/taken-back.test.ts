import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveMappings } from '~/database/mappings';
import { booksOfKlopt, countOfEntries } from '~test/support/books-of-klopt';
import { openWorld, type World } from '~test/support/klopt-world';
import { aShop } from '~test/support/shop-story';
import { orderNumberBase } from '~test/trade-wins/made-order';

describe('A document that was posted from other figures than Shopify gives now', () => {
  let world: World;
  const id = String(orderNumberBase + 1001);
  beforeAll(async () => {
    world = await openWorld({ state: aShop().sells(1001).state() });
    await saveMappings(world.test.database, world.shopId, [
      { kind: 'setting', key: 'start-date', target: { value: '2026-10-01' } },
    ]);
    await world.pollOrders();
    await world.syncOrders([id]);
    await world.test.database.binding.updateMany({
      where: { kind: 'document' },
      data: { inputHash: 'before' },
    });
  });
  afterAll(() => world.stop());

  it('stops its order as long as it stands', async () => {
    await world.syncOrders([id]);
    expect(await world.orderFindings(id)).toEqual(['input-changed']);
  });

  it('is made anew once somebody took it back in Odoo, and found unchanged from then on', async () => {
    const books = booksOfKlopt(world.odoo);
    const entries = countOfEntries(world.odoo);
    const client = await (await world.context()).odoo();
    const rows = await world.test.database.binding.findMany({ where: { kind: 'document' } });
    const moves = rows.map(({ odooId }) => odooId);
    await client.callMethod('account.move', 'button_draft', moves);
    await client.unlink('account.move', moves);
    await world.syncOrders([id]);
    expect(await world.orderFindings(id)).toEqual([]);
    expect(await world.orders()).toEqual({ '#1001': 'posted' });
    await world.syncOrders([id]);
    expect(await world.orderFindings(id)).toEqual([]);
    expect(booksOfKlopt(world.odoo)).toEqual(books);
    expect(countOfEntries(world.odoo)).toBe(entries);
  });
});
