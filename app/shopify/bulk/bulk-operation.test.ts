import { describe, expect, it } from 'vitest';
import { ShopifyBulkBusy, ShopifyBulkFailed } from '../shopify-error';
import { bulkOperation, cancelBulk } from './bulk-operation';
import { startOrdersBulk } from './start-orders-bulk';
import { endedBulk, useBulkShop } from '../../../test/support/bulk-shop';

const shop = useBulkShop();

describe('a bulk operation', () => {
  it.each([
    ['TIMEOUT', 'again-later', 'failed (timeout)'],
    ['ACCESS_DENIED', 'person', 'failed (access denied)'],
    ['CANCELED', 'again-later', 'canceled'],
    ['EXPIRED', 'again-later', 'expired'],
  ])('that ends as %s is an error: %s', async (bulkFails, verdict, words) => {
    shop.fake.faults.bulkFails = bulkFails;
    const error = await endedBulk(shop.api).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ShopifyBulkFailed);
    expect(error).toMatchObject({ verdict, message: expect.stringContaining(words) as unknown });
  });

  it('is not started a sixth time at once, until one is cancelled', async () => {
    shop.fake.faults.bulkPolls = 1000;
    const ids = [];
    for (let started = 0; started < 5; started += 1) ids.push(await startOrdersBulk(shop.api));
    await expect(startOrdersBulk(shop.api)).rejects.toThrow(ShopifyBulkBusy);
    await cancelBulk(shop.api, ids[0] ?? '');
    ids.push(await startOrdersBulk(shop.api));
    for (const id of ids) await cancelBulk(shop.api, id);
  });

  it('that Shopify does not know is none', async () => {
    expect(await bulkOperation(shop.api, 'gid://shopify/BulkOperation/1')).toBeUndefined();
  });
});
