import { createHmac, randomUUID } from 'node:crypto';
import type { ActionFunctionArgs } from '@remix-run/node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { insertBackfill } from '~/database/backfills';
import { askForOrders, saveOrders } from '~/database/orders';
import { secretsWith } from '~/database/secret';
import { action as uninstalled } from '~/routes/webhooks.app.uninstalled';
import { action as scopesUpdate } from '~/routes/webhooks.app.scopes_update';
import { action as customerRedact } from '~/routes/webhooks.customers.redact';
import { action as shopRedact } from '~/routes/webhooks.shop.redact';
import { readEnvironment } from '~/server/environment';
import { createLog } from '~/server/log';
import { setRunning } from '~/server/running';
import { createTestDatabase, type TestDatabase } from '~test/support/postgres';

type Action = (args: ActionFunctionArgs) => Promise<Response>;

const domain = 'tulip.myshopify.com';
const environment = readEnvironment({ NODE_ENV: 'test' });

interface Delivery {
  topic: string;
  payload?: object;
  secret?: string;
  eventId?: string;
}

/** A webhook signed as Shopify signs it. */
async function deliver(action: Action, { topic, payload = {}, secret, eventId = randomUUID() }: Delivery) {
  const body = JSON.stringify(payload);
  const hmac = createHmac('sha256', secret ?? environment.SHOPIFY_API_SECRET);
  const request = new Request(`http://localhost/webhooks/${topic}`, {
    method: 'POST',
    body,
    headers: {
      'x-shopify-topic': topic,
      'x-shopify-shop-domain': domain,
      'x-shopify-event-id': eventId,
      'x-shopify-hmac-sha256': hmac.update(body).digest('base64'),
    },
  });
  return action({ request, params: {}, context: {} }).catch((thrown: unknown) => thrown as Response);
}

describe('A webhook', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
    setRunning({
      environment,
      database: test.database,
      secrets: secretsWith(environment.ENCRYPTION_KEY),
      queue: { enqueue: () => Promise.resolve(), close: () => Promise.resolve() },
      log: createLog({ LOG_LEVEL: 'silent', TERMINAL_LOG: false }),
    });
  });
  afterAll(() => test.drop());

  beforeEach(async () => {
    const { database } = test;
    await database.shop.deleteMany();
    await database.session.deleteMany();
    await database.shop.create({ data: { domain } });
    await database.session.create({
      data: { id: `offline_${domain}`, shop: domain, state: '', accessToken: 'v1.x' },
    });
  });

  it('that Shopify did not sign is refused and changes nothing', async () => {
    const answer = await deliver(uninstalled, { topic: 'app/uninstalled', secret: 'another secret' });
    expect(answer.status).toBe(401);
    expect(await test.database.session.count()).toBe(1);
    expect(await test.database.webhookDelivery.count({ where: { domain } })).toBe(0);
  });

  it('of more than a megabyte is not read to its end, signed or not', async () => {
    const payload = { orders_to_redact: 'x'.repeat(1024 * 1024) };
    expect((await deliver(customerRedact, { topic: 'customers/redact', payload })).status).toBe(413);
  });

  it('app/uninstalled throws the tokens away and keeps the books', async () => {
    const answer = await deliver(uninstalled, { topic: 'app/uninstalled' });
    expect(answer.status).toBe(200);
    expect(await test.database.session.count()).toBe(0);
    expect((await test.database.shop.findUnique({ where: { domain } }))?.uninstalledAt).not.toBeNull();
  });

  it('delivered twice acts once: a shop that came back in between stays signed in', async () => {
    const eventId = randomUUID();
    await deliver(uninstalled, { topic: 'app/uninstalled', eventId });
    await test.database.session.create({
      data: { id: 'again', shop: domain, state: '', accessToken: 'v1.y' },
    });
    const second = await deliver(uninstalled, { topic: 'app/uninstalled', eventId });
    expect(second.status).toBe(200);
    expect(await test.database.session.count()).toBe(1);
  });

  it('that fails is not noted, so that Shopify’s next try acts', async () => {
    const eventId = randomUUID();
    const broken = deliver(scopesUpdate, {
      topic: 'app/scopes_update',
      eventId,
      payload: { current: 'nonsense' },
    });
    expect(await broken).toBeInstanceOf(Error);
    await deliver(scopesUpdate, {
      topic: 'app/scopes_update',
      eventId,
      payload: { current: ['read_orders'] },
    });
    expect((await test.database.session.findFirst())?.scope).toBe('read_orders');
  });

  it('customers/redact deletes what Shopify said of that customer’s orders, and of no others', async () => {
    const { id: shopId } = await test.database.shop.findUniqueOrThrow({ where: { domain } });
    for (const orderId of ['1', '2', '3']) {
      await test.database.orderSnapshot.create({
        data: { shopId, orderId, name: `#${orderId}`, raw: {}, hash: 'h' },
      });
    }
    await deliver(customerRedact, { topic: 'customers/redact', payload: { orders_to_redact: [1, 3] } });
    const left = await test.database.orderSnapshot.findMany({ where: { shopId } });
    expect(left.map(({ orderId }) => orderId)).toEqual(['2']);
  });

  it('customers/redact takes the customer off the list of orders, out of its search and its findings', async () => {
    const { database } = test;
    const { id: shopId } = await database.shop.findUniqueOrThrow({ where: { domain } });
    const order = (orderId: string) => ({
      orderId,
      name: `#${orderId}`,
      placedAt: new Date('2026-07-01T10:00:00Z'),
      financialStatus: 'paid',
      test: false,
      currency: 'EUR',
      totalMinor: 123_450n,
      customer: 'Noor Bakker',
      gateways: [],
    });
    await saveOrders(database, shopId, ['1', '2'].map(order));
    for (const orderId of ['1', '2']) {
      const object = { objectType: 'customer', objectId: 'customer_7', objectName: 'Noor Bakker' };
      const body = { facts: { vat: 'NL1' }, remedy: { page: 'none' } };
      await database.finding.create({
        data: { shopId, orderId, kind: 'vat-number-refused', severity: 'notice', ...object, body },
      });
    }
    await deliver(customerRedact, { topic: 'customers/redact', payload: { orders_to_redact: [1] } });
    const rows = await database.order.findMany({ where: { shopId }, orderBy: { orderId: 'asc' } });
    expect(rows.map(({ customer, search }) => [customer, search])).toEqual([
      [null, '#1  1234.50'],
      ['Noor Bakker', '#2 noor bakker 1234.50'],
    ]);
    expect(await database.finding.findMany({ select: { orderId: true } })).toEqual([{ orderId: '2' }]);
  });

  it('shop/redact deletes everything of a shop that is gone, and nothing of one that came back', async () => {
    const { id: shopId } = await test.database.shop.findUniqueOrThrow({ where: { domain } });
    await askForOrders(test.database, shopId, [{ orderId: '1' }], 'webhook', new Date());
    await insertBackfill(test.database, shopId, { reach: 'all' });
    await deliver(shopRedact, { topic: 'shop/redact' });
    expect(await test.database.shop.count()).toBe(1);
    await test.database.shop.update({ where: { domain }, data: { uninstalledAt: new Date() } });
    await deliver(shopRedact, { topic: 'shop/redact' });
    expect(await test.database.shop.count()).toBe(0);
    expect(await test.database.order.count()).toBe(0);
    expect(await test.database.backfill.count()).toBe(0);
    expect(await test.database.webhookDelivery.count({ where: { domain } })).toBe(0);
  });
});
