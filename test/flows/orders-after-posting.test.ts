import { afterEach, describe, expect, it } from 'vitest';
import { saveMappings } from '~/database/mappings';
import { askForOrders } from '~/database/orders';
import { countOfEntries } from '~test/support/books-of-klopt';
import type { World } from '~test/support/klopt-world';
import { choose, documentsInOdoo, fiveOrders, idOf, openOrders, rowOf } from '~test/support/orders-of-world';
import type { ShopStory } from '~test/support/shop-story';

let world: World;
afterEach(() => world.stop());

describe('What happens after an order was posted', () => {
  const moves = () =>
    world.odoo.records(
      'account.move',
      [['move_type', 'in', ['out_invoice', 'out_refund']]],
      ['name', 'state', 'amount_total', 'invoice_date', 'payment_state'],
    );

  it('an edit and a refund become documents of their own; those that are posted stay as they are', async () => {
    const shop = fiveOrders();
    world = await openOrders(shop);
    await world.pollOrders();
    const [first] = shop.order(1001).json.agreements;
    const posted = moves();
    const [sale] = first?.['sales'] as Record<string, unknown>[];
    world.shopify.changeOrder(idOf(1001), {
      agreements: [
        {
          id: 'gid://shopify/SalesAgreement/777001',
          reason: 'ORDER_EDIT',
          happenedAt: '2026-11-19T10:00:00Z',
          sales: [{ ...sale, id: 'gid://shopify/Sale/777002' }],
        },
      ],
      at: '2026-11-19T10:00:00Z',
    });
    world.shopify.changeOrder(idOf(1002), { at: '2026-11-19T11:00:00Z', set: { note: 'call first' } });
    await world.pollOrders();
    expect(documentsInOdoo(world)).toMatchObject({ '#1001': 2, '#1002': 1 });
    expect(moves()).toEqual(expect.arrayContaining(posted));
    expect(await rowOf(world, 1001)).toMatchObject({ documentsCount: 2 });
  });

  it('an order that Shopify shows no more is said so, and its documents stay', async () => {
    const shop = fiveOrders();
    world = await openOrders(shop);
    await world.pollOrders();
    world.shopify.setState(shop.loses(1001).state());
    await world.syncOrders([idOf(1001)]);
    expect(await world.orders()).toMatchObject({ '#1001': 'needs-attention' });
    expect(await world.orderFindings(idOf(1001))).toEqual(['order-missing']);
    expect(await rowOf(world, 1001)).toMatchObject({ documentsCount: 1, pendingSince: null });
    expect(documentsInOdoo(world)).toMatchObject({ '#1001': 1 });
  });

  it.each(['deleted', 'drafted'] as const)(
    'a document that a person has %s in Odoo comes back by "sync again", once',
    async (how) => {
      world = await openOrders(fiveOrders());
      await world.pollOrders();
      const client = await (await world.context()).odoo();
      const [id] = await client.search('account.move', [['ref', 'like', '#1001']]);
      const ids = [id ?? 0];
      await client.callMethod('account.move', 'button_draft', ids);
      if (how === 'deleted') await client.callMethod('account.move', 'unlink', ids);
      await world.syncOrders([idOf(1001)]);
      expect(await world.orderFindings(idOf(1001))).toEqual([]);
      expect(await world.orders()).toMatchObject({ '#1001': 'posted' });
      const standing = moves().filter(({ state }) => state === 'posted');
      expect(standing).toHaveLength(5);
      await world.syncOrders([idOf(1001)]);
      expect(moves().filter(({ state }) => state === 'posted')).toEqual(standing);
    },
  );

  it('a document that a person has cancelled in Odoo stays a finding, and is made once that person has deleted it', async () => {
    world = await openOrders(fiveOrders());
    await world.pollOrders();
    const client = await (await world.context()).odoo();
    const ids = await client.search('account.move', [['ref', 'like', '#1001']]);
    await client.callMethod('account.move', 'button_draft', ids);
    await client.callMethod('account.move', 'button_cancel', ids);
    await world.syncOrders([idOf(1001)]);
    expect(await world.orderFindings(idOf(1001))).toEqual(['input-changed']);
    // A webhook's look does not take back what a person was told.
    await askForOrders(world.test.database, world.shopId, [{ orderId: idOf(1001) }], 'webhook', new Date());
    await world.syncOrders([]);
    expect(await world.orderFindings(idOf(1001))).toEqual(['input-changed']);
    expect(await world.orders()).toMatchObject({ '#1001': 'needs-attention' });
    await client.callMethod('account.move', 'button_draft', ids);
    await client.callMethod('account.move', 'unlink', ids);
    await world.syncOrders([idOf(1001)]);
    expect(await world.orders()).toMatchObject({ '#1001': 'posted' });
    expect(moves().map(({ state }) => state)).toEqual(Array.from({ length: 5 }, () => 'posted'));
  });
});

describe('What a person has to know of payments', () => {
  const byBank = (shop: ShopStory) => {
    const [payment] = shop.order(1001).json.transactions;
    Object.assign(payment ?? {}, { gateway: 'Bank Deposit', formattedGateway: 'Bank Deposit' });
    return shop;
  };
  const seen = async () => [(await world.orders())['#1001'], await world.orderFindings(idOf(1001))];
  const told = async () => {
    await askForOrders(world.test.database, world.shopId, [{ orderId: idOf(1001) }], 'webhook', new Date());
    await world.syncOrders([]);
  };

  it('a gateway without a journal stays said at every later look, until it has one', async () => {
    world = await openOrders(byBank(fiveOrders()));
    await choose(world, { 'orders-automatic': 'no' });
    await world.pollOrders();
    expect(await seen()).toEqual(['new: not-automatic', ['gateway-unmapped']]);
    await world.syncOrders([idOf(1001)]);
    expect(await seen()).toEqual(['needs-attention', ['gateway-unmapped']]);
    await told();
    expect(await seen()).toEqual(['needs-attention', ['gateway-unmapped']]);
    const [bank] = world.odoo.records('account.journal', [['type', '=', 'bank']], ['name']);
    await saveMappings(world.test.database, world.shopId, [
      {
        kind: 'gateway',
        key: 'Bank Deposit',
        target: { model: 'account.journal', id: Number(bank?.id), name: 'Bank' },
      },
    ]);
    await world.syncOrders([idOf(1001)]);
    expect(await seen()).toEqual(['posted', []]);
  });

  it('money that nothing calls for stays said after its payment is registered', async () => {
    const shop = byBank(fiveOrders());
    const [payment] = shop.order(1001).json.transactions;
    Object.assign(payment ?? {}, { amountSet: '999.00' });
    world = await openOrders(shop);
    const [bank] = world.odoo.records('account.journal', [['type', '=', 'bank']], ['name']);
    await saveMappings(world.test.database, world.shopId, [
      {
        kind: 'gateway',
        key: 'Bank Deposit',
        target: { model: 'account.journal', id: Number(bank?.id), name: 'Bank' },
      },
    ]);
    await world.pollOrders();
    expect(await seen()).toEqual(['needs-attention', ['payment-open']]);
    const entries = countOfEntries(world.odoo);
    await told();
    expect(await seen()).toEqual(['needs-attention', ['payment-open']]);
    expect(countOfEntries(world.odoo)).toBe(entries);
  });
});
