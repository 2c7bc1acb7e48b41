import { afterEach, describe, expect, it } from 'vitest';
import { saveMappings } from '~/database/mappings';
import { askForOrders } from '~/database/orders';
import { ordersPolledUntil } from '~/database/shop-settings';
import { pollOrdersTask } from '~/jobs/poll-orders';
import { requestRun } from '~/jobs/request-run';
import { tasks } from '~/jobs/tasks';
import { connectOdoo } from '~/sync/connect-odoo';
import { openShopContext } from '~/sync/open-shop-context';
import { setUpBooks } from '~test/demo/set-up-books';
import { countOfEntries } from '~test/support/books-of-klopt';
import { addShop, openWorld, type World } from '~test/support/klopt-world';
import {
  before,
  choose,
  comeByThemselves,
  documentsInOdoo,
  idOf,
  workOff,
} from '~test/support/orders-of-world';
import { aShop, type ShopStory } from '~test/support/shop-story';

let world: World;
afterEach(() => world.stop());

const open = async (shop: ShopStory, others: ShopStory[] = []) => {
  world = await openWorld({ state: shop.state(), others: others.map((one) => one.state()) });
  await comeByThemselves(world);
};
const rowOf = (number: number) =>
  world.test.database.order.findFirstOrThrow({ where: { shopId: world.shopId, orderId: idOf(number) } });
const asked = () => world.test.database.order.count({ where: { pendingSince: { not: null } } });
const poll = async () => {
  const run = await requestRun(world.task, world.shopId, 'discover-orders');
  await tasks['discover-orders']?.({ runId: run.id }, world.task);
  return world.test.database.run.findUniqueOrThrow({ where: { id: run.id } });
};
/** Shopify’s answers, changed on their way. */
function answering(change: (text: string, asked: string) => string): typeof fetch {
  const ask = world.task.fetch;
  return async (input, init) => {
    const answer = await ask(input, init);
    const asked = typeof init?.body === 'string' ? init.body : '';
    const headers = { 'content-type': 'application/json' };
    return new Response(change(await answer.text(), asked), { status: answer.status, headers });
  };
}

/** Five orders of ordinary life, all of November. */
const five = () => [1001, 1002, 1003, 1004, 1005].reduce((shop, number) => shop.sells(number), aShop());

describe('The poll', () => {
  it('finds what webhooks missed, posts it, and asks for nothing twice while nothing changes', async () => {
    const shop = five();
    await open(shop);
    await world.pollOrders();
    expect(new Set(Object.values(await world.orders()))).toEqual(new Set(['posted']));
    const entries = countOfEntries(world.odoo);
    world.shopify.calls.length = 0;
    world.odoo.clearCalls();
    const again = await poll();
    expect(again).toMatchObject({ outcome: { values: { changed: 0 } } });
    expect(await workOff(world)).toEqual([]);
    expect(world.shopify.callCounts()).toEqual({ ChangedOrders: 1 });
    expect([...world.odoo.calls]).toEqual([]);
    // A refund that no webhook told of.
    world.shopify.setState(shop.refunds(1003, { at: '2026-11-20T10:00:00Z' }).state());
    expect(await poll()).toMatchObject({ outcome: { values: { changed: 1 } } });
    await workOff(world);
    expect(documentsInOdoo(world)).toMatchObject({ '#1003': 2, '#1001': 1 });
    expect(countOfEntries(world.odoo)).toBe(entries + 1);
    expect(await ordersPolledUntil(world.test.database, world.shopId)).toEqual(
      new Date('2026-11-20T10:00:00Z'),
    );
  });

  it('sees a change that Shopify’s search showed late, and one from a clock that is ahead', async () => {
    await open(five());
    await world.pollOrders();
    const ahead = Date.now() + 300_000;
    const at = (moment: number) => new Date(Math.floor(moment / 1000) * 1000).toISOString();
    world.shopify.changeOrder(idOf(1001), { at: at(ahead) });
    expect(await poll()).toMatchObject({ outcome: { values: { changed: 1 } } });
    await workOff(world);
    // Changed before that, and only found now.
    world.shopify.changeOrder(idOf(1002), { at: at(ahead - 540_000) });
    expect(await poll()).toMatchObject({ outcome: { values: { changed: 1 } } });
    await workOff(world);
    expect(await poll()).toMatchObject({ outcome: { values: { changed: 0 } } });
    expect(await asked()).toBe(0);
  });

  it('misses no order that changes while its pages are read, nor the rest where Shopify breaks off', async () => {
    const shop = aShop();
    for (let number = 2001; number <= 2260; number += 1) shop.sells(number, { lines: 1 });
    await open(shop);
    await choose(world, { 'orders-automatic': 'no' });
    const changedAt = '2026-11-21T10:00:00Z';
    let pages = 0;
    const changing = answering((text, body) => {
      if (!body.includes('ChangedOrders')) return text;
      pages += 1;
      if (pages === 1) world.shopify.changeOrder(idOf(2001), { at: changedAt });
      return text;
    });
    const run = await requestRun(world.task, world.shopId, 'discover-orders');
    world.shopify.faults.only = 'ChangedOrders';
    await tasks['discover-orders']?.({ runId: run.id }, { ...world.task, fetch: changing });
    expect(pages).toBe(2);
    expect(await asked()).toBe(260);
    // The second page does not come: the first is kept, and the rest is asked for next time.
    await world.test.database.order.deleteMany();
    await world.test.database.shop.updateMany({ data: { settings: {} } });
    await world.test.database.run.deleteMany();
    let count = 0;
    const breaking = answering((text) => (++count === 1 ? text : '<html>502</html>'));
    const cut = await requestRun(world.task, world.shopId, 'discover-orders');
    await tasks['discover-orders']?.({ runId: cut.id }, { ...world.task, fetch: breaking });
    expect(await asked()).toBe(250);
    expect(await world.test.database.run.findUnique({ where: { id: cut.id } })).toMatchObject({
      state: 'waiting',
    });
    await tasks['discover-orders']?.({ runId: cut.id }, world.task);
    expect(await asked()).toBe(260);
    await workOff(world);
    expect(await rowOf(2001)).toMatchObject({ shopifyUpdatedAt: new Date(changedAt), pendingSince: null });
  });

  it('comes as often as the merchant chose', async () => {
    await open(five());
    const polls = () => world.test.database.run.count({ where: { kind: 'discover-orders' } });
    const minutesLater = async (minutes: number) => {
      await world.test.database.run.updateMany({ data: { state: 'done', finishedAt: new Date() } });
      await world.test.pool.query(`UPDATE "Run" SET "createdAt" = "createdAt" - make_interval(mins => $1)`, [
        minutes,
      ]);
      await pollOrdersTask({}, world.task);
      return polls();
    };
    await pollOrdersTask({}, world.task);
    await pollOrdersTask({}, world.task);
    expect(await polls()).toBe(1);
    expect(await minutesLater(15)).toBe(1);
    expect(await minutesLater(15)).toBe(2);
    await choose(world, { 'poll-minutes': '60' });
    expect(await minutesLater(30)).toBe(2);
    expect(await minutesLater(30)).toBe(3);
    await choose(world, { 'poll-minutes': '5' });
    expect(await minutesLater(5)).toBe(4);
    await world.test.database.shop.updateMany({ data: { uninstalledAt: new Date() } });
    expect(await minutesLater(90)).toBe(4);
  });

  it('brings each order as far as the merchant chose, and says why not', async () => {
    const shop = five().sells(1006, { at: '2026-09-15T10:00:00Z' }).sells(1007);
    shop.refunds(1006, { at: '2026-11-12T10:00:00Z' });
    const json = (number: number) => shop.order(number).json;
    const paid = json(1001).transactions;
    json(1001).transactions = [];
    Object.assign(json(1002), { test: true });
    json(1003).transactions = [];
    Object.assign(json(1003), { cancelledAt: '2026-11-04T10:00:00Z' });
    Object.assign(shop.sells(1008, { at: '2026-09-20T10:00:00Z' }).order(1008).json, {
      updatedAt: '2026-11-12T10:00:00Z',
    });
    await open(shop);
    await world.pollOrders();
    expect(await world.orders()).toEqual({
      '#1001': 'new: status',
      '#1002': 'left-out: test',
      '#1003': 'left-out: cancelled-unpaid',
      '#1004': 'posted',
      '#1005': 'posted',
      '#1006': 'posted',
      '#1007': 'posted',
      '#1008': 'left-out: before-start',
    });
    // Of an order from before the start date, its refund and no more.
    expect(documentsInOdoo(world)['#1006']).toBe(1);
    json(1001).transactions = paid;
    Object.assign(json(1001), { updatedAt: '2026-11-20T10:00:00Z' });
    world.shopify.setState(shop.state());
    await world.pollOrders();
    expect(await world.orders()).toMatchObject({ '#1001': 'posted' });
  });

  it('leaves what a person does not want to come by itself, also a later change of it', async () => {
    const shop = five();
    await open(shop);
    await choose(world, { 'orders-automatic': 'no' });
    await world.pollOrders();
    expect(new Set(Object.values(await world.orders()))).toEqual(new Set(['new: not-automatic']));
    await world.syncOrders([idOf(1001)]);
    world.shopify.setState(shop.refunds(1001, { at: '2026-11-20T10:00:00Z' }).state());
    await world.pollOrders();
    expect(await world.orders()).toMatchObject({ '#1001': 'new: not-automatic' });
    expect(documentsInOdoo(world)).toEqual({ '#1001': 1 });
    await world.syncOrders();
    expect(documentsInOdoo(world)).toMatchObject({ '#1001': 2, '#1002': 1 });
  });
});

describe('What happens after an order was posted', () => {
  const moves = () =>
    world.odoo.records(
      'account.move',
      [['move_type', 'in', ['out_invoice', 'out_refund']]],
      ['name', 'state', 'amount_total', 'invoice_date', 'payment_state'],
    );

  it('an edit and a refund become documents of their own; those that are posted stay as they are', async () => {
    const shop = five();
    await open(shop);
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
    expect(await rowOf(1001)).toMatchObject({ documentsCount: 2 });
  });

  it('an order that Shopify shows no more is said so, and its documents stay', async () => {
    const shop = five();
    await open(shop);
    await world.pollOrders();
    world.shopify.setState(shop.loses(1001).state());
    await world.syncOrders([idOf(1001)]);
    expect(await world.orders()).toMatchObject({ '#1001': 'needs-attention' });
    expect(await world.orderFindings(idOf(1001))).toEqual(['order-missing']);
    expect(await rowOf(1001)).toMatchObject({ documentsCount: 1, pendingSince: null });
    expect(documentsInOdoo(world)).toMatchObject({ '#1001': 1 });
  });

  it.each(['deleted', 'drafted'] as const)(
    'a document that a person has %s in Odoo comes back by "sync again", once',
    async (how) => {
      await open(five());
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
    await open(five());
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
    await open(byBank(five()));
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
    const shop = byBank(five());
    const [payment] = shop.order(1001).json.transactions;
    Object.assign(payment ?? {}, { amountSet: '999.00' });
    await open(shop);
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

describe('One bad order among fifty', () => {
  const fifty = () => {
    const shop = aShop();
    for (let number = 2001; number <= 2050; number += 1) shop.sells(number, { lines: 1 });
    return shop;
  };
  const others = async () =>
    Object.entries(await world.orders()).flatMap(([name, state]) => (state === 'posted' ? [] : [name]));

  it.each([
    ['a tax that nobody has mapped', 'tax-unmapped'],
    ['a sale of a kind that nobody knows', 'order-unreadable'],
  ] as const)('with %s is named and stops no other', async (_what, kind) => {
    const shop = fifty();
    const [agreement] = shop.order(2017).json.agreements;
    const sales = agreement?.['sales'] as Record<string, unknown>[];
    if (kind === 'tax-unmapped') {
      for (const sale of sales) {
        for (const { taxLine } of sale['taxes'] as { taxLine: Record<string, unknown> }[])
          Object.assign(taxLine, { title: 'Spice tax', rate: 0.17, ratePercentage: 17 });
      }
    } else Object.assign(shop.order(2017).json, { currencyCode: 'XXX' });
    await open(shop);
    await world.pollOrders();
    expect(await others()).toEqual(['#2017']);
    expect(new Set(await world.orderFindings(idOf(2017)))).toEqual(new Set([kind]));
    expect(await asked()).toBe(0);
  });

  it.each([
    ['on which our program stumbles', new TypeError('a slip of ours')],
    [
      'that the database refuses',
      Object.assign(new Error('unsupported Unicode escape sequence'), { code: 'P2010' }),
    ],
  ])('%s is named and stops no other', async (_what, slip) => {
    await open(fifty());
    const database = before(world.test.database, 'OrderSnapshot', 'createMany', (args) =>
      JSON.stringify(args).includes('"#2033"') ? Promise.reject(slip) : Promise.resolve(),
    );
    await poll();
    const run = await requestRun(world.task, world.shopId, 'sync-orders');
    await tasks['sync-orders']?.({ runId: run.id }, { ...world.task, database });
    expect(await others()).toEqual(['#2033']);
    expect(await world.orderFindings(idOf(2033))).toEqual(['unexpected-error']);
    expect(new Set(Object.values(documentsInOdoo(world)))).toEqual(new Set([1]));
    await world.syncOrders([idOf(2033)]);
    expect(await others()).toEqual([]);
  });

  it('whose answer Shopify spoils is named and stops no other', async () => {
    await open(fifty());
    await poll();
    const spoiling = answering((text) => {
      const answer = JSON.parse(text) as { data?: { nodes?: ({ id: string } | null)[] } };
      for (const node of answer.data?.nodes ?? [])
        if (node?.id.endsWith(idOf(2020))) Object.assign(node, { agreements: 'later' });
      return JSON.stringify(answer);
    });
    const run = await requestRun(world.task, world.shopId, 'sync-orders');
    await tasks['sync-orders']?.({ runId: run.id }, { ...world.task, fetch: spoiling });
    expect(await others()).toEqual(['#2020']);
    expect(await world.orderFindings(idOf(2020))).toEqual(['unexpected-error']);
    expect(await asked()).toBe(0);
  });

  it('costs Odoo next to nothing when all are asked for again', async () => {
    await open(fifty());
    await world.pollOrders();
    const ids = (await world.test.database.order.findMany()).map(({ orderId }) => ({ orderId }));
    await askForOrders(world.test.database, world.shopId, ids, 'poll', new Date());
    world.odoo.clearCalls();
    await requestRun(world.task, world.shopId, 'sync-orders');
    await workOff(world);
    const calls = [...world.odoo.calls.values()].reduce((sum, count) => sum + count, 0);
    expect(
      [...world.odoo.calls.keys()].filter((name) => /\.(load|write|create|unlink|action_post)$/.test(name)),
    ).toEqual([]);
    expect(calls).toBeLessThan(20);
  });
});

describe('Shopify on a bad day, and two shops', () => {
  it.each(['throttle', 'down', 'html', 'dropAnswer'] as const)(
    'when it is %s for a moment, nobody notices',
    async (fault) => {
      await open(five());
      world.shopify.faults[fault] = 2;
      await poll();
      world.shopify.faults[fault] = 2;
      await workOff(world);
      expect(new Set(Object.values(await world.orders()))).toEqual(new Set(['posted']));
    },
  );

  it('an answer that is cut off is asked for again', async () => {
    await open(five());
    await poll();
    let cut = 0;
    const cutting = answering((text) => (cut++ % 2 === 0 ? text.slice(0, text.length / 2) : text));
    const run = await requestRun(world.task, world.shopId, 'sync-orders');
    await tasks['sync-orders']?.({ runId: run.id }, { ...world.task, fetch: cutting });
    expect(cut).toBeGreaterThan(1);
    expect(new Set(Object.values(await world.orders()))).toEqual(new Set(['posted']));
    expect(new Set(Object.values(documentsInOdoo(world)))).toEqual(new Set([1]));
  });

  it('orders of the same number of two shops in one Odoo are each their own', async () => {
    const domain = 'tulip-shop.myshopify.com';
    await open(five(), [aShop(domain).sells(1001, { units: 4 })]);
    const other = await addShop(world.test, domain);
    await connectOdoo(world.test.database, world.secrets, other, world.login);
    const tokens = { [world.domain]: world.token, [domain]: world.shopify.issueToken(domain) };
    Object.assign(world.task, { accessToken: (shop: string) => Promise.resolve(tokens[shop]) });
    await setUpBooks(await openShopContext(world.task, other));
    await choose({ ...world, shopId: other }, { 'start-date': '2026-10-01', 'orders-automatic': 'yes' });
    for (const shopId of [world.shopId, other]) await requestRun(world.task, shopId, 'discover-orders');
    await workOff(world);
    const rows = await world.test.database.order.findMany({ where: { orderId: idOf(1001) } });
    expect(rows.map(({ shopId, state }) => [shopId, state])).toEqual(
      expect.arrayContaining([
        [world.shopId, 'posted'],
        [other, 'posted'],
      ]),
    );
    expect(rows[0]?.totalMinor).not.toBe(rows[1]?.totalMinor);
    expect(documentsInOdoo(world)['#1001']).toBe(2);
    expect(await world.test.database.order.count({ where: { shopId: other } })).toBe(1);
  });
});
