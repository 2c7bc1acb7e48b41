import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { noFaults } from '../../../test/fakes/shopify/faults';
import type { JsonObject, ShopState } from '../../../test/fakes/shopify/shop-state';
import { startFakeShopify, type FakeShopify } from '../../../test/fakes/shopify/start-fake-shopify';
import { adminApi, type AdminApi } from '../admin-api';
import { countOrders } from '../count-orders';
import { fetchFromShopify } from '../fetch-from-shopify';
import { findChangedOrders } from '../find-changed-orders';
import { orderFromShopify } from '../order-from-shopify';
import type { OrderSearch } from '../order-search';
import { readOrders } from '../read-orders';
import {
  ShopifyAnswerUnexpected,
  ShopifyBulkBusy,
  ShopifyBulkFailed,
  ShopifyUnreachable,
} from '../shopify-error';
import { bulkOperation, cancelBulk, isReady, type BulkOperation } from './bulk-operation';
import { bulkOrderPages, type BulkPageOptions } from './bulk-order-pages';
import { downloadLines } from './download-lines';
import { ordersOfLines } from './orders-of-lines';
import { startOrdersBulk } from './start-orders-bulk';

const domain = 'tulip.myshopify.com';
const count = 230;

function anOrder(number: number): JsonObject {
  const at = new Date(Date.UTC(2026, 9, 1) + number * 3_600_000).toISOString();
  const tax = (amount: string) => [
    { amount, taxLine: { title: 'NL VAT', rate: 0.21, ratePercentage: 21, priceSet: amount } },
  ];
  const refunded = number % 10 === 0;
  return {
    id: `Order/${number}`,
    createdAt: at,
    processedAt: at,
    // A list without edges, a name with a line end: what could break lines.
    shippingAddress: { name: `Noor\n“${number}”`, countryCodeV2: 'NL' },
    lineItems: [{ id: `LineItem/${number}`, title: 'Spade', sku: 'SPADE', quantity: 1 }],
    transactions: [
      { id: `OrderTransaction/${number}1`, kind: 'SALE', gateway: 'shopify_payments', amountSet: '12.10' },
      ...(refunded
        ? [
            {
              id: `OrderTransaction/${number}2`,
              kind: 'REFUND',
              gateway: 'shopify_payments',
              amountSet: '12.10',
            },
          ]
        : []),
    ],
    refunds: refunded
      ? [{ id: `Refund/${number}`, transactions: [{ id: `OrderTransaction/${number}2` }] }]
      : [],
    paymentTerms:
      number % 7 === 0
        ? { paymentTermsName: 'Net 30', paymentSchedules: [{ dueAt: '2026-12-01T00:00:00Z' }] }
        : null,
    localizedFields:
      number % 9 === 0
        ? [
            {
              key: 'TAX_CREDENTIAL_IT',
              value: '00743110157',
              purpose: 'TAX',
              title: 'P. IVA',
              countryCode: 'IT',
            },
          ]
        : [],
    agreements: [
      {
        id: `SalesAgreement/${number}1`,
        reason: 'ORDER',
        happenedAt: at,
        sales: [
          {
            id: `Sale/${number}1`,
            lineType: 'PRODUCT',
            quantity: 1,
            lineItem: `LineItem/${number}`,
            totalAmount: '12.10',
            taxes: tax('2.10'),
          },
        ],
      },
      ...(refunded
        ? [
            {
              id: `SalesAgreement/${number}2`,
              reason: 'REFUND',
              refund: `Refund/${number}`,
              happenedAt: at,
              sales: [
                {
                  id: `Sale/${number}2`,
                  lineType: 'PRODUCT',
                  actionType: 'RETURN',
                  quantity: -1,
                  lineItem: `LineItem/${number}`,
                  totalAmount: '-12.10',
                  taxes: tax('-2.10'),
                },
              ],
            },
          ]
        : []),
    ],
  };
}

const state: ShopState = {
  shop: { id: 'Shop/1', myshopifyDomain: domain, currencyCode: 'EUR', taxesIncluded: true },
  orders: Array.from({ length: count }, (_, index) => anOrder(1001 + index)),
};

let fake: FakeShopify;
let api: AdminApi;
beforeAll(async () => {
  fake = await startFakeShopify({ state, clientId: 'key', clientSecret: 'secret' });
  api = adminApi({
    shop: domain,
    accessToken: () => Promise.resolve(fake.issueToken()),
    fetch: fetchFromShopify(fake.origin),
  });
});
afterAll(() => fake.stop());
afterEach(() => Object.assign(fake.faults, noFaults()));

async function ended(search: OrderSearch = {}): Promise<BulkOperation> {
  const id = await startOrdersBulk(api, search);
  for (;;) {
    const operation = await bulkOperation(api, id);
    if (operation && isReady(operation)) return operation;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function allOf(operation: BulkOperation, options: BulkPageOptions = {}): Promise<Map<string, unknown>> {
  const orders = new Map<string, unknown>();
  for await (const page of bulkOrderPages(api, operation, { pause: 1, ...options })) {
    for (const [id, node] of page.orders) orders.set(id, node);
  }
  return orders;
}

describe('orders read by a bulk operation', () => {
  it('are the very orders that are read one by one, with refunds, payment terms and tax numbers', async () => {
    const operation = await ended();
    expect(operation).toMatchObject({ status: 'completed', rootObjectCount: count });
    const byBulk = await allOf(operation);
    const oneByOne = await readOrders(api, [...byBulk.keys()]);
    expect(byBulk.size).toBe(count);
    for (const [id, node] of byBulk) {
      expect(orderFromShopify(node)).toEqual(orderFromShopify(oneByOne.get(id)));
    }
    const refunded = orderFromShopify(byBulk.get('1010'));
    expect(refunded.transactions[1]?.refund).toBe('1010');
    expect(orderFromShopify(byBulk.get('1001')).paymentTerms?.dueAt).toBe('2026-12-01T00:00:00Z');
    expect(orderFromShopify(byBulk.get('1008')).buyer.vat).toBe('00743110157');
  });

  it('are only those of the search, and none where it finds none', async () => {
    const operation = await ended({
      createdFrom: '2026-11-20',
      financialStatuses: ['paid', 'partially-refunded'],
    });
    const found = [...(await allOf(operation)).values()].map((node) => orderFromShopify(node));
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((order) => order.financialStatus === 'paid')).toBe(true);
    expect(found.every((order) => order.createdAt >= '2026-11-19T23:00:00')).toBe(true);
    const none = await ended({ createdFrom: '2027-01-01' });
    expect(none.url).toBeUndefined();
    expect((await allOf(none)).size).toBe(0);
  });

  it('go on after a page, in another process, without losing or repeating one', async () => {
    const operation = await ended();
    const ids: string[] = [];
    let next = 0;
    for (let pages = 0; pages < 100; pages += 1) {
      const page = await bulkOrderPages(api, operation, { from: next, pageSize: 60 }).next();
      if (page.done) break;
      ids.push(...page.value.orders.keys());
      next = page.value.next;
    }
    expect(ids).toHaveLength(count);
    expect(new Set(ids).size).toBe(count);
  });

  it('go on where a download was cut off, twice', async () => {
    const operation = await ended();
    fake.calls.length = 0;
    fake.faults.cutOff = 2;
    expect((await allOf(operation)).size).toBe(count);
    expect(fake.callCounts()['BulkFile']).toBe(3);
  });

  it('are asked for again where a web page comes instead, and are given up when it stays', async () => {
    const operation = await ended();
    Object.assign(fake.faults, { html: 1, only: 'BulkFile' });
    expect((await allOf(operation)).size).toBe(count);
    fake.faults.html = 99;
    await expect(allOf(operation, { attempts: 3 })).rejects.toThrow(ShopifyUnreachable);
  });

  it('are not read from a file that is gone, and the error does not show its address', async () => {
    const gone = {
      ...(await ended()),
      url: `${fake.origin}/bulk-operation-outputs/none.jsonl?Signature=s3cret`,
    };
    const error = await allOf(gone).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ShopifyBulkFailed);
    expect(String(error)).not.toContain('s3cret');
  });

  it('are counted: a file with fewer than Shopify says is an error', async () => {
    const operation = await ended();
    await expect(allOf({ ...operation, rootObjectCount: count + 1 })).rejects.toThrow(
      'counted 231 orders, its file holds 230',
    );
  });

  it('without the permissions for tills and payment terms come without them', async () => {
    const less = await startFakeShopify({
      state,
      clientId: 'key',
      clientSecret: 'secret',
      scopes: ['read_orders'],
    });
    const lessApi = adminApi({
      shop: domain,
      accessToken: () => Promise.resolve(less.issueToken()),
      fetch: fetchFromShopify(less.origin),
    });
    await startOrdersBulk(lessApi);
    const { variables } = less.calls.find(({ operation }) => operation === 'RunBulk') ?? {};
    expect(JSON.stringify(variables)).not.toMatch(/retailLocation|paymentTerms/);
    await less.stop();
  });
});

describe('a bulk operation', () => {
  it.each([
    ['TIMEOUT', 'again-later', 'failed (timeout)'],
    ['ACCESS_DENIED', 'person', 'failed (access denied)'],
    ['CANCELED', 'again-later', 'canceled'],
    ['EXPIRED', 'again-later', 'expired'],
  ])('that ends as %s is an error: %s', async (bulkFails, verdict, words) => {
    fake.faults.bulkFails = bulkFails;
    const error = await ended().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ShopifyBulkFailed);
    expect(error).toMatchObject({ verdict, message: expect.stringContaining(words) as unknown });
  });

  it('is not started a sixth time at once, until one is cancelled', async () => {
    fake.faults.bulkPolls = 1000;
    const ids = [];
    for (let started = 0; started < 5; started += 1) ids.push(await startOrdersBulk(api));
    await expect(startOrdersBulk(api)).rejects.toThrow(ShopifyBulkBusy);
    await cancelBulk(api, ids[0] ?? '');
    ids.push(await startOrdersBulk(api));
    for (const id of ids) await cancelBulk(api, id);
  });

  it('that Shopify does not know is none', async () => {
    expect(await bulkOperation(api, 'gid://shopify/BulkOperation/1')).toBeUndefined();
  });
});

describe('lines of a bulk operation', () => {
  const order = (id: string) => JSON.stringify({ id, refunds: [] });
  const sale = (id: string, parent: string) =>
    JSON.stringify({ __typename: 'ProductSale', id, __parentId: parent });
  const agreement = (id: string, parent: string) =>
    JSON.stringify({ __typename: 'OrderAgreement', id, __parentId: parent });
  async function read(...lines: string[]) {
    async function* source() {
      for (const [index, text] of lines.entries()) yield await Promise.resolve({ text, next: index });
    }
    const orders = [];
    for await (const one of ordersOfLines(source())) orders.push(one);
    return orders;
  }

  it('may come in any order under their order', async () => {
    const [one] = await read(order('o1'), sale('s1', 'a1'), agreement('a1', 'o1'), sale('s2', 'a1'));
    expect(one?.node).toMatchObject({
      agreements: { nodes: [{ id: 'a1', sales: { nodes: [{ id: 's1' }, { id: 's2' }] } }] },
    });
  });

  it('that are not grouped under their order are refused, not lost', async () => {
    const lines = [order('o1'), order('o2'), agreement('a1', 'o1'), agreement('a2', 'o2')];
    await expect(read(...lines)).rejects.toThrow(ShopifyAnswerUnexpected);
    await expect(read(agreement('a1', 'o1'))).rejects.toThrow('in the middle of an order');
  });

  it('are read byte by byte as well as at once, whatever letters they hold', async () => {
    const text = '{"name":"№ 1 – é"}\n{"name":"二"}\n';
    const bytes = new TextEncoder().encode(text);
    const drip: typeof fetch = () =>
      Promise.resolve(
        new Response(
          new ReadableStream({
            start(controller) {
              for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
              controller.close();
            },
          }),
        ),
      );
    const lines = [];
    for await (const line of downloadLines('https://files.example', { fetch: drip })) lines.push(line);
    expect(lines.map((line) => line.text)).toEqual(['{"name":"№ 1 – é"}', '{"name":"二"}']);
    expect(lines.at(-1)?.next).toBe(bytes.length);
  });
});

describe('orders that changed', () => {
  it('come oldest change first, a page at a time, and a later change is found again', async () => {
    const pages = [];
    for await (const page of findChangedOrders(api, { updatedFrom: '2026-10-05T00:00:00Z' }))
      pages.push(...page);
    expect(pages.length).toBeGreaterThan(0);
    const moments = pages.map(({ updatedAt }) => updatedAt);
    expect(moments).toEqual([...moments].sort());
    const at = '2026-11-30T10:00:00Z';
    fake.changeOrder('1003', {
      at,
      transactions: [{ id: 'OrderTransaction/99', kind: 'REFUND', gateway: 'manual', amountSet: '2.10' }],
    });
    const { value } = await findChangedOrders(api, { updatedFrom: at }).next();
    expect(value).toEqual([{ id: '1003', name: '#1003', updatedAt: at }]);
    const order = orderFromShopify((await readOrders(api, ['1003'])).get('1003'));
    expect(order.financialStatus).toBe('partially-refunded');
    expect(order.totals?.outstanding?.minor).toBe(210n);
  });

  it('are counted, exactly or up to a limit', async () => {
    expect(await countOrders(api, {})).toEqual({ count, exact: true });
    expect(await countOrders(api, {}, 100)).toEqual({ count: 100, exact: false });
    expect(await countOrders(api, { financialStatuses: ['voided', 'expired'] })).toEqual({
      count: 0,
      exact: true,
    });
  });
});
