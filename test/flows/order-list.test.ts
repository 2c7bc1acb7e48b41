import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveOrders, type OrderRecord } from '~/database/orders';
import { listOrders, type OrderQuery } from '~/sync/read/list-orders';
import { showOrder } from '~/sync/read/show-order';
import { createTestDatabase, type TestDatabase } from '~test/support/postgres';

const places = { shopHandle: 'trade-wins' };
const many = 100_000;
const states = [
  'new',
  'posted',
  'posted',
  'posted',
  'needs-attention',
  'left-out',
  'posted',
  'posted',
] as const;

function orderNumber(number: number): OrderRecord {
  return {
    orderId: String(6_000_000 + number),
    name: `#${String(1000 + number)}`,
    placedAt: new Date(Date.UTC(2026, 0, 1) + number * 240_000),
    financialStatus: number % 10 === 0 ? 'refunded' : 'paid',
    test: false,
    currency: 'EUR',
    totalMinor: BigInt(1_000 + number),
    customer: `Customer ${String(number % 5_000)}`,
    country: 'NL',
    gateways: number % 4 === 0 ? ['manual'] : ['shopify_payments'],
  };
}

describe('The list of a shop with 100,000 orders', () => {
  let test: TestDatabase;
  let shop: { id: string; timeZone: string };
  let otherId: string;
  beforeAll(async () => {
    test = await createTestDatabase();
    const { database } = test;
    const made = await database.shop.create({ data: { domain: 'many.myshopify.com' } });
    shop = { id: made.id, timeZone: 'Europe/Amsterdam' };
    otherId = (await database.shop.create({ data: { domain: 'other.myshopify.com' } })).id;
    for (let start = 0; start < many; start += 10_000) {
      const orders = Array.from({ length: 10_000 }, (_, index) => orderNumber(start + index));
      await saveOrders(database, shop.id, orders);
    }
    await saveOrders(database, otherId, [orderNumber(1)]);
    for (const [index, state] of states.entries()) {
      await database.$executeRaw`UPDATE "Order" SET "state" = ${state}
        WHERE "shopId" = ${shop.id} AND "orderId"::bigint % 8 = ${index}`;
    }
    await database.$executeRaw`ANALYZE "Order"`;
  }, 180_000);
  afterAll(() => test.drop());

  const list = (query: OrderQuery = {}) => listOrders(test.database, shop, places, query);
  const names = async (query: OrderQuery) => (await list(query)).rows.map(({ name }) => name);

  it('shows the newest first, 25 a page, with how many there are in each state', async () => {
    const page = await list();
    expect(page.rows).toHaveLength(25);
    expect(page.rows[0]).toMatchObject({ name: '#100999', total: { minor: '100999', currency: 'EUR' } });
    expect(page).toMatchObject({ total: many, unposted: many / 4 });
    expect(page.counts).toMatchObject({ new: 12_500, posted: 62_500, 'needs-attention': 12_500 });
    expect((await names({ page: 2 }))[0]).toBe('#100974');
  });

  it('finds an order by name, customer and amount as people write them', async () => {
    expect(await names({ q: '#54321' })).toEqual(['#54321']);
    expect(await names({ q: 'CUSTOMER 4321', state: 'posted' })).not.toEqual([]);
    expect(await names({ q: '€ 543,21' })).toContain('#54321');
    expect(await names({ q: '100%' })).toEqual([]);
  });

  it('filters by payment status, payment method and days of the shop', async () => {
    // 2026-01-02 in Amsterdam begins at 23:00 UTC the day before: every four minutes one, 360 a day.
    const day = await list({ from: '2026-01-02', to: '2026-01-02' });
    expect(day.total).toBe(360);
    expect(day.rows.every(({ placedOn }) => placedOn === '2026-01-02')).toBe(true);
    expect((await list({ from: '2026-01-02', to: '2026-01-02', gateway: 'manual' })).total).toBe(90);
    expect((await list({ status: 'refunded' })).total).toBe(many / 10);
  });

  it('shows the last page where a page past it is asked for', async () => {
    const last = await list({ page: 9_007_199_254_740_991 });
    expect(last).toMatchObject({ page: many / 25, total: many });
    expect(last.rows.at(-1)?.name).toBe('#1000');
    expect(await list({ q: 'nobody', page: 3 })).toMatchObject({ page: 1, total: 0, rows: [] });
  });

  it('is read by its index, and fast also at its end and while searching', async () => {
    const plan = await test.database.$queryRaw<{ 'QUERY PLAN': string }[]>`
      EXPLAIN SELECT * FROM "Order" WHERE "shopId" = ${shop.id}
      ORDER BY "placedAt" DESC, "orderId" ASC LIMIT 25`;
    const text = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(text).toContain('Order_shopId_placedAt_orderId_idx');
    expect(text).not.toContain('Sort');
    const wanted: OrderQuery[] = [
      {},
      { state: 'new' },
      { page: 4_000 },
      { q: 'customer 77' },
      { q: 'nobody' },
    ];
    for (const query of wanted) {
      await list(query);
      const began = performance.now();
      await list(query);
      const took = performance.now() - began;
      expect([query, took < 1_000]).toEqual([query, true]);
    }
  }, 60_000);

  it('keeps to its shop', async () => {
    const other = { id: otherId, timeZone: null };
    expect((await listOrders(test.database, other, places)).total).toBe(1);
    expect(await showOrder(test.database, other, places, '6054321')).toBeUndefined();
    expect(await showOrder(test.database, shop, places, '6054321')).toMatchObject({
      name: '#55321',
      documentList: [],
      check: null,
      working: false,
    });
  });
});
