import { describe, expect, it } from 'vitest';
import { orderFromShopify } from '../order-from-shopify';
import { readOrders } from '../read-orders';
import { ShopifyBulkFailed, ShopifyUnreachable } from '../shopify-error';
import type { BulkOperation } from './bulk-operation';
import { bulkOrderPages, type BulkPageOptions } from './bulk-order-pages';
import { startOrdersBulk } from './start-orders-bulk';
import { bulkOrders, endedBulk, openBulkShop, useBulkShop } from '../../../test/support/bulk-shop';

const shop = useBulkShop();

async function allOf(operation: BulkOperation, options: BulkPageOptions = {}): Promise<Map<string, unknown>> {
  const orders = new Map<string, unknown>();
  for await (const page of bulkOrderPages(shop.api, operation, { pause: 1, ...options })) {
    for (const [id, node] of page.orders) orders.set(id, node);
  }
  return orders;
}

describe('orders read by a bulk operation', () => {
  it('are the very orders that are read one by one, with refunds, payment terms and tax numbers', async () => {
    const operation = await endedBulk(shop.api);
    expect(operation).toMatchObject({ status: 'completed', rootObjectCount: bulkOrders });
    const byBulk = await allOf(operation);
    const oneByOne = await readOrders(shop.api, [...byBulk.keys()]);
    expect(byBulk.size).toBe(bulkOrders);
    for (const [id, node] of byBulk) {
      expect(orderFromShopify(node)).toEqual(orderFromShopify(oneByOne.get(id)));
    }
    const refunded = orderFromShopify(byBulk.get('1010'));
    expect(refunded.transactions[1]?.refund).toBe('1010');
    expect(orderFromShopify(byBulk.get('1001')).paymentTerms?.dueAt).toBe('2026-12-01T00:00:00Z');
    expect(orderFromShopify(byBulk.get('1008')).buyer.vat).toBe('00743110157');
  });

  it('are only those of the search, and none where it finds none', async () => {
    const operation = await endedBulk(shop.api, {
      createdFrom: '2026-11-20',
      financialStatuses: ['paid', 'partially-refunded'],
    });
    const found = [...(await allOf(operation)).values()].map((node) => orderFromShopify(node));
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((order) => order.financialStatus === 'paid')).toBe(true);
    expect(found.every((order) => order.createdAt >= '2026-11-19T23:00:00')).toBe(true);
    const none = await endedBulk(shop.api, { createdFrom: '2027-01-01' });
    expect(none.url).toBeUndefined();
    expect((await allOf(none)).size).toBe(0);
  });

  it('go on after a page, in another process, without losing or repeating one', async () => {
    const operation = await endedBulk(shop.api);
    const ids: string[] = [];
    let next = 0;
    for (let pages = 0; pages < 100; pages += 1) {
      const page = await bulkOrderPages(shop.api, operation, { from: next, pageSize: 60 }).next();
      if (page.done) break;
      ids.push(...page.value.orders.keys());
      next = page.value.next;
    }
    expect(ids).toHaveLength(bulkOrders);
    expect(new Set(ids).size).toBe(bulkOrders);
  });

  it('go on where a download was cut off, twice', async () => {
    const operation = await endedBulk(shop.api);
    shop.fake.calls.length = 0;
    shop.fake.faults.cutOff = 2;
    expect((await allOf(operation)).size).toBe(bulkOrders);
    expect(shop.fake.callCounts()['BulkFile']).toBe(3);
  });

  it('are asked for again where a web page comes instead, and are given up when it stays', async () => {
    const operation = await endedBulk(shop.api);
    Object.assign(shop.fake.faults, { html: 1, only: 'BulkFile' });
    expect((await allOf(operation)).size).toBe(bulkOrders);
    shop.fake.faults.html = 99;
    await expect(allOf(operation, { attempts: 3 })).rejects.toThrow(ShopifyUnreachable);
  });

  it('are not read from a file that is gone, and the error does not show its address', async () => {
    const gone = {
      ...(await endedBulk(shop.api)),
      url: `${shop.fake.origin}/bulk-operation-outputs/none.jsonl?Signature=s3cret`,
    };
    const error = await allOf(gone).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ShopifyBulkFailed);
    expect(String(error)).not.toContain('s3cret');
  });

  it('are counted: a file with fewer than Shopify says is an error', async () => {
    const operation = await endedBulk(shop.api);
    await expect(allOf({ ...operation, rootObjectCount: bulkOrders + 1 })).rejects.toThrow(
      'counted 231 orders, its file holds 230',
    );
  });

  it('without the permissions for tills and payment terms come without them', async () => {
    const less = await openBulkShop({ scopes: ['read_orders'] });
    await startOrdersBulk(less.api);
    const { variables } = less.fake.calls.find(({ operation }) => operation === 'RunBulk') ?? {};
    expect(JSON.stringify(variables)).not.toMatch(/retailLocation|paymentTerms/);
    await less.fake.stop();
  });
});
