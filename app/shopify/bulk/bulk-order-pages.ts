import type { AdminApi } from '../admin-api';
import { tailOfGid } from '../answer';
import { readOrders } from '../read-orders';
import { ShopifyAnswerUnexpected } from '../shopify-error';
import { isReady, type BulkOperation } from './bulk-operation';
import { downloadLines, type DownloadOptions } from './download-lines';
import { ordersOfLines, type BulkOrder } from './orders-of-lines';

export interface BulkOrderPage {
  /** By order number, each as orderFromShopify reads it. */
  readonly orders: ReadonlyMap<string, unknown>;
  /** Keep this: reading goes on from here after a pause or a restart. */
  readonly next: number;
}

export interface BulkPageOptions extends Omit<DownloadOptions, 'size'> {
  /** Orders in a page. */
  readonly pageSize?: number;
}

/**
 * The orders of a completed bulk operation, a page at a time; nothing is kept from page to page. Orders with refunds are
 * read again by readOrders, which knows the payment of each refund: exact before fast. One that is gone meanwhile is left
 * out. Throws ShopifyBulkFailed where the operation has failed, was cancelled or its file is gone, and
 * ShopifyAnswerUnexpected where it is not completed yet, or its file holds fewer orders than Shopify counted.
 */
export async function* bulkOrderPages(
  api: AdminApi,
  operation: BulkOperation,
  options: BulkPageOptions = {},
): AsyncGenerator<BulkOrderPage> {
  if (!isReady(operation)) throw new ShopifyAnswerUnexpected('Shopify’s bulk operation is still under way');
  // Completed without a file: the search found nothing.
  if (!operation.url) return;
  const lines = downloadLines(operation.url, {
    ...options,
    ...(operation.fileSize === undefined ? {} : { size: operation.fileSize }),
  });
  let page: BulkOrder[] = [];
  let count = 0;
  for await (const order of ordersOfLines(lines)) {
    page.push(order);
    count += 1;
    if (page.length >= (options.pageSize ?? 100)) {
      yield await finished(api, page);
      page = [];
    }
  }
  if (page.length > 0) yield await finished(api, page);
  if (!options.from && count !== operation.rootObjectCount) {
    throw new ShopifyAnswerUnexpected(
      `Shopify's bulk operation counted ${String(operation.rootObjectCount)} orders, its file holds ${String(count)}`,
    );
  }
}

async function finished(api: AdminApi, page: readonly BulkOrder[]): Promise<BulkOrderPage> {
  const again = page.filter(({ whole }) => !whole).map(({ id }) => tailOfGid(id));
  const reread = again.length > 0 ? await readOrders(api, again) : new Map<string, unknown>();
  const orders = new Map<string, unknown>();
  for (const { id, node, whole } of page) {
    const number = tailOfGid(id);
    const order = whole ? node : reread.get(number);
    if (order !== undefined) orders.set(number, order);
  }
  return { orders, next: page.at(-1)?.next ?? 0 };
}
