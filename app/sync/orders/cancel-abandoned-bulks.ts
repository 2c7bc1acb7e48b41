import { abandonedBulks, noteBulkAbandoned } from '../../database/backfill-orders';
import { bulkOperation, cancelBulk } from '../../shopify/bulk/bulk-operation';
import type { ShopContext } from '../shop-context';

/**
 * Has Shopify stop gathering for histories that were stopped while they were counted: five may gather at a time, and one
 * that nobody waits for would keep the next from beginning.
 */
export async function cancelAbandonedBulks({ database, shop, shopify }: ShopContext): Promise<void> {
  for (const { id, bulkOperationId } of await abandonedBulks(database, shop.id)) {
    const operation = await bulkOperation(shopify, bulkOperationId);
    if (operation?.status === 'created' || operation?.status === 'running')
      await cancelBulk(shopify, bulkOperationId);
    await noteBulkAbandoned(database, shop.id, id);
  }
}
