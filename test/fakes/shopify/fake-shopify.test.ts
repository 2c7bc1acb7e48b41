import { readFileSync, existsSync } from 'node:fs';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, afterAll, describe, expect, it } from 'vitest';
import { noFaults } from './faults';
import { signSessionToken } from './session-token';
import type { ShopState } from './shop-state';
import { startFakeShopify, type FakeShopify } from './start-fake-shopify';

const domain = 'tulip.myshopify.com';
const app = { clientId: 'key', clientSecret: 'secret' };

const state: ShopState = {
  shop: { id: 'Shop/1', name: 'Tulip', myshopifyDomain: domain, currencyCode: 'EUR', taxesIncluded: true },
  orders: [
    {
      id: 'Order/1001',
      processedAt: '2026-11-01T10:00:00Z',
      lineItems: [{ id: 'LineItem/1', title: 'Spade', sku: 'SPADE', quantity: 1, originalTotalSet: '12.10' }],
      transactions: [
        { id: 'OrderTransaction/501', kind: 'SALE', gateway: 'shopify_payments', amountSet: '12.10' },
      ],
      agreements: [
        {
          id: 'SalesAgreement/1',
          reason: 'ORDER',
          happenedAt: '2026-11-01T10:00:00Z',
          sales: [
            {
              id: 'Sale/1',
              lineType: 'PRODUCT',
              quantity: 1,
              lineItem: 'LineItem/1',
              totalAmount: '12.10',
              taxes: [{ amount: '2.10', taxLine: { title: 'NL VAT', rate: 0.21, priceSet: '2.10' } }],
            },
          ],
        },
      ],
    },
  ],
  shopifyPaymentsAccount: {
    payouts: [
      { id: 'ShopifyPaymentsPayout/71', issuedAt: '2026-11-03T00:00:00Z' },
      { id: 'ShopifyPaymentsPayout/72', issuedAt: '2026-11-05T00:00:00Z', status: 'SCHEDULED' },
    ],
    balanceTransactions: [
      ...Array.from({ length: 300 }, (_, index) => ({
        id: `ShopifyPaymentsBalanceTransaction/${9000 + index}`,
        type: 'CHARGE',
        transactionDate: `2026-11-02T10:${String(index % 60).padStart(2, '0')}:00Z`,
        amount: '12.10',
        fee: '0.48',
        sourceOrderTransactionId: '501',
        associatedOrder: 'Order/1001',
        associatedPayout: 'ShopifyPaymentsPayout/71',
      })),
      {
        id: 'ShopifyPaymentsBalanceTransaction/9999',
        type: 'TRANSFER',
        transactionDate: '2026-11-03T00:00:00Z',
        amount: '-3486.00',
        associatedPayout: 'ShopifyPaymentsPayout/71',
      },
    ],
  },
};

let fake: FakeShopify;
beforeAll(async () => {
  fake = await startFakeShopify({ state, ...app });
});
afterAll(() => fake.stop());
afterEach(() => Object.assign(fake.faults, noFaults()));

type Answer = {
  // The shape of data differs with every query of these tests.
  data: Record<string, unknown>;
  errors?: { message: string; path?: string[]; extensions?: Record<string, unknown> }[];
  extensions: { cost: Record<string, unknown>; search?: unknown };
};

async function ask(query: string, variables: object = {}, token = fake.issueToken()): Promise<Answer> {
  const response = await post('/admin/api/2026-07/graphql.json', { query, variables }, token);
  return (await response.json()) as Answer;
}

function post(path: string, body: object, token = ''): Promise<Response> {
  return fetch(fake.origin + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-host': domain,
      'x-shopify-access-token': token,
    },
    body: JSON.stringify(body),
  });
}

const transactions = `query Transactions($after: String, $q: String, $hide: Boolean) { shopifyPaymentsAccount {
  balanceTransactions(first: 250, after: $after, query: $q, hideTransfers: $hide, sortKey: PROCESSED_AT) {
    pageInfo { hasNextPage endCursor } nodes { id type net { amount } associatedPayout { id status } } } } }`;

function nodesOf(answer: Answer): { id: string; net: { amount: string } }[] {
  const account = answer.data['shopifyPaymentsAccount'] as { balanceTransactions: { nodes: [] } } | undefined;
  return account?.balanceTransactions.nodes ?? [];
}

describe('the fake Shopify', () => {
  it('serves an order with its sales, and fills in what follows from them', async () => {
    const { data, errors } = await ask(
      `query($id: ID!) { order(id: $id) { name legacyResourceId totalPriceSet { presentmentMoney { amount currencyCode } }
        totalTaxSet { shopMoney { amount } } displayFinancialStatus
        agreements(first: 5) { nodes { __typename sales(first: 5) { nodes { __typename
          ... on ProductSale { lineItem { sku } } totalTaxAmount { shopMoney { amount } } } } } } } }`,
      { id: 'gid://shopify/Order/1001' },
    );
    expect(errors).toBeUndefined();
    expect(data['order']).toEqual({
      name: '#1001',
      legacyResourceId: '1001',
      totalPriceSet: { presentmentMoney: { amount: '12.1', currencyCode: 'EUR' } },
      totalTaxSet: { shopMoney: { amount: '2.1' } },
      displayFinancialStatus: 'PAID',
      agreements: {
        nodes: [
          {
            __typename: 'OrderAgreement',
            sales: {
              nodes: [
                {
                  __typename: 'ProductSale',
                  lineItem: { sku: 'SPADE' },
                  totalTaxAmount: { shopMoney: { amount: '2.1' } },
                },
              ],
            },
          },
        ],
      },
    });
  });

  it('pages through a payout of 301 transactions without losing or repeating one', async () => {
    const q = 'payments_transfer_id:71';
    const first = await ask(transactions, { q });
    const { endCursor } = (
      first.data['shopifyPaymentsAccount'] as { balanceTransactions: { pageInfo: { endCursor: string } } }
    ).balanceTransactions.pageInfo;
    const second = await ask(transactions, { q, after: endCursor });
    const ids = [...nodesOf(first), ...nodesOf(second)].map(({ id }) => id);
    expect(ids).toHaveLength(301);
    expect(new Set(ids).size).toBe(301);
    expect(nodesOf(first)[0]?.net.amount).toBe('11.62');
  });

  it('hides the payout’s own transfer when asked to', async () => {
    const answer = await ask(transactions, { q: 'transaction_type:TRANSFER', hide: true });
    expect(nodesOf(answer)).toEqual([]);
    expect(nodesOf(await ask(transactions, { q: 'transaction_type:TRANSFER' }))).toHaveLength(1);
  });

  it('finds payouts by status, by day and by excluding', async () => {
    const find = async (q: string) => {
      const { data } = await ask(
        `query($q: String) { shopifyPaymentsAccount { payouts(first: 10, query: $q) { nodes { id } } } }`,
        { q },
      );
      return (data['shopifyPaymentsAccount'] as { payouts: { nodes: { id: string }[] } }).payouts.nodes.map(
        ({ id }) => id.split('/').at(-1),
      );
    };
    expect(await find('status:SCHEDULED')).toEqual(['72']);
    expect(await find('issued_at:<=2026-11-03')).toEqual(['71']);
    expect(await find('-status:scheduled')).toEqual(['71']);
    expect(await find('(id:71 OR id:72) issued_at:>2026-11-03')).toEqual(['72']);
  });

  it('warns about a search field that Shopify does not know, as Shopify does', async () => {
    const { extensions } = await ask(transactions, { q: 'colour:red' });
    expect(extensions.search).toMatchObject([
      {
        warnings: [
          { field: 'colour', message: 'Invalid search field for this query.', code: 'invalid_field' },
        ],
      },
    ]);
  });

  it('refuses a field that the schema does not have', async () => {
    const { errors, data } = await ask('{ shop { colour } }');
    expect(data).toBeUndefined();
    expect(errors?.[0]?.message).toContain('Cannot query field "colour" on type "Shop"');
  });

  it('refuses a page of more than 250', async () => {
    const { errors } = await ask('{ orders(first: 251) { nodes { id } } }');
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_REQUEST');
  });

  it('answers 401 to a token that is unknown, of another app, or ended by uninstalling', async () => {
    const path = '/admin/api/2026-07/graphql.json';
    const token = fake.issueToken();
    expect((await post(path, { query: '{ shop { id } }' }, 'shpat_no')).status).toBe(401);
    expect((await post(path, { query: '{ shop { id } }' }, token)).status).toBe(200);
    fake.uninstall();
    expect((await post(path, { query: '{ shop { id } }' }, token)).status).toBe(401);
    expect((await post(path, { query: '{ shop { id } }' }, fake.issueToken())).status).toBe(200);
  });
});

describe('signing in to the fake Shopify', () => {
  const exchange = (subject_token: string) => ({
    client_id: app.clientId,
    client_secret: app.clientSecret,
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    subject_token,
    subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
    requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
    expiring: '1',
  });
  const token = (apiSecret: string) => signSessionToken({ shop: domain, apiKey: app.clientId, apiSecret });

  it('exchanges a session token for an expiring offline token, and refreshes that once', async () => {
    const response = await post('/admin/oauth/access_token', exchange(token(app.clientSecret)));
    const grant = (await response.json()) as Record<string, string>;
    expect(grant).toMatchObject({ expires_in: 3600, refresh_token_expires_in: 7776000 });
    expect((await ask('{ shop { name } }', {}, grant['access_token'])).data).toEqual({
      shop: { name: 'Tulip' },
    });
    const refresh = {
      client_id: app.clientId,
      client_secret: app.clientSecret,
      grant_type: 'refresh_token',
      refresh_token: grant['refresh_token'],
    };
    expect((await post('/admin/oauth/access_token', refresh)).status).toBe(200);
    expect((await post('/admin/oauth/access_token', refresh)).status).toBe(400);
  });

  it('refuses a session token signed with another secret', async () => {
    const response = await post('/admin/oauth/access_token', exchange(token('other')));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: 'invalid_subject_token' });
  });
});

describe('a bad day at Shopify', () => {
  it('throttles as often as told, with the state of the bucket', async () => {
    fake.faults.throttle = 1;
    const first = await ask('{ shop { id } }');
    expect(first.errors?.[0]?.extensions?.['code']).toBe('THROTTLED');
    expect(first.extensions.cost).toMatchObject({ actualQueryCost: null });
    expect((await ask('{ shop { id } }')).errors).toBeUndefined();
  });

  it('throttles by cost when told to, until the bucket has filled up again', async () => {
    fake.faults.costLimit = true;
    const query =
      '{ orders(first: 250) { nodes { lineItems(first: 250) { nodes { id taxLines { title } } } } } }';
    const answers = [];
    for (let times = 0; times < 60; times += 1) answers.push(await ask(query));
    const throttled = answers.filter(({ errors }) => errors?.[0]?.extensions?.['code'] === 'THROTTLED');
    expect(throttled.length).toBeGreaterThan(0);
    for (const { extensions } of throttled) {
      const { requestedQueryCost, throttleStatus } = extensions.cost as {
        requestedQueryCost: number;
        throttleStatus: { currentlyAvailable: number };
      };
      expect(throttleStatus.currentlyAvailable).toBeLessThan(requestedQueryCost);
    }
  });

  const capture = `${process.cwd()}/../shared/real/captures/harry-test-heelo.myshopify.com/2025-01/payments/shopify-payments-account-access-denied.json`;
  it.skipIf(!existsSync(capture))(
    'denies access to payouts in Shopify’s recorded words (needs ../shared)',
    async () => {
      const recorded = JSON.parse(readFileSync(capture, 'utf8')) as Record<string, object[]> & {
        request: { query: string };
      };
      fake.faults.accessDenied = true;
      const answer = await ask(recorded.request.query);
      const withoutLocations = (errors: object[] = []) =>
        errors.map((error) => ({ ...error, locations: null }));
      expect(withoutLocations(answer.errors)).toEqual(withoutLocations(recorded['errors']));
      expect(answer.data).toEqual(recorded['data']);
      expect(Object.keys(answer.extensions.cost)).toEqual([
        'requestedQueryCost',
        'actualQueryCost',
        'throttleStatus',
      ]);
      expect(answer.extensions.cost['requestedQueryCost']).toBe(10);
    },
  );

  it('has no Shopify Payments', async () => {
    fake.faults.nullPaymentsAccount = true;
    expect((await ask(transactions)).data).toEqual({ shopifyPaymentsAccount: null });
  });

  it('loses the connection, answers HTML, 502, or drops an answer, and is then well again', async () => {
    const query = { query: '{ shop { id } }' };
    const path = '/admin/api/2026-07/graphql.json';
    for (const fault of ['down', 'dropAnswer'] as const) {
      fake.faults[fault] = 1;
      await expect(post(path, query, fake.issueToken())).rejects.toThrow();
    }
    fake.faults.html = 1;
    expect(await (await post(path, query)).text()).toContain('<!DOCTYPE html>');
    fake.faults.badGateway = 1;
    expect((await post(path, query)).status).toBe(502);
    expect((await post(path, query, fake.issueToken())).status).toBe(200);
  });

  it('takes its faults over HTTP and refuses one that it does not have', async () => {
    expect((await post('/__fake/faults', { slow: 1, only: 'Nothing' })).status).toBe(200);
    expect(fake.faults.only).toBe('Nothing');
    expect((await post('/__fake/faults', { sloow: 1 })).status).toBe(400);
  });
});

describe('a state', () => {
  it('is refused where it names a field that the Admin API does not have', async () => {
    const wrong: ShopState = { ...state, orders: [{ id: 'Order/1', colour: 'red' }] };
    await expect(startFakeShopify({ state: wrong, ...app })).rejects.toThrow(
      "state.orders[0].colour: the Admin API's Order has no such field.",
    );
  });
});

describe('a webhook', () => {
  it('is signed over its raw body and carries the same event id when it is sent twice', async () => {
    const received: { signature: unknown; expected: string; event: unknown; path: unknown }[] = [];
    const receiver = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
      request.on('end', () => {
        received.push({
          signature: request.headers['x-shopify-hmac-sha256'],
          expected: createHmac('sha256', app.clientSecret).update(body).digest('base64'),
          event: request.headers['x-shopify-event-id'],
          path: request.url,
        });
        response.end();
      });
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    const appUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
    await fake.sendWebhook('orders/create', { id: 1001, name: '№ 1' }, { appUrl, eventId: 'e1' });
    await fake.sendWebhook('orders/create', { id: 1001, name: '№ 1' }, { appUrl, eventId: 'e1' });
    receiver.close();
    expect(received).toHaveLength(2);
    for (const { signature, expected, event, path } of received) {
      expect(signature).toBe(expected);
      expect(event).toBe('e1');
      expect(path).toBe('/webhooks/orders/create');
    }
  });
});
