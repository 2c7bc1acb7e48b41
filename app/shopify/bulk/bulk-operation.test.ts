import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { noFaults } from '../../../test/fakes/shopify/faults';
import type { FakeShopify } from '../../../test/fakes/shopify/start-fake-shopify';
import type { AdminApi } from '../admin-api';
import { ShopifyBulkBusy, ShopifyBulkFailed } from '../shopify-error';
import { bulkOperation, cancelBulk } from './bulk-operation';
import { startOrdersBulk } from './start-orders-bulk';
import { endedBulk, openBulkShop } from '../../../test/support/bulk-shop';

let fake: FakeShopify;
let api: AdminApi;
beforeAll(async () => {
  ({ fake, api } = await openBulkShop());
});
afterAll(() => fake.stop());
afterEach(() => Object.assign(fake.faults, noFaults()));

describe('a bulk operation', () => {
  it.each([
    ['TIMEOUT', 'again-later', 'failed (timeout)'],
    ['ACCESS_DENIED', 'person', 'failed (access denied)'],
    ['CANCELED', 'again-later', 'canceled'],
    ['EXPIRED', 'again-later', 'expired'],
  ])('that ends as %s is an error: %s', async (bulkFails, verdict, words) => {
    fake.faults.bulkFails = bulkFails;
    const error = await endedBulk(api).catch((thrown: unknown) => thrown);
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
