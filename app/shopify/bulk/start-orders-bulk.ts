import { z } from 'zod';
import type { AdminApi } from '../admin-api';
import { readAnswer } from '../answer';
import { accessScopesQuery, runBulkMutation } from '../operations/bulk';
import type { OrderSearch } from '../order-search';
import { ShopifyAnswerUnexpected, ShopifyBulkBusy } from '../shopify-error';
import { ordersBulkQuery } from './orders-bulk-query';

const scopesShape = z.object({
  currentAppInstallation: z.object({ accessScopes: z.array(z.object({ handle: z.string() })) }),
});

const startedShape = z.object({
  bulkOperationRunQuery: z.object({
    bulkOperation: z.object({ id: z.string() }).nullish(),
    userErrors: z.array(z.object({ message: z.string(), code: z.string().nullish() })),
  }),
});

/**
 * Starts a bulk operation over the orders of a search and gives its gid. Keep that at once: it is the only handle.
 * ShopifyBulkBusy where five run already. If its answer is lost it is started again, and the first one runs for nothing.
 */
export async function startOrdersBulk(api: AdminApi, search: OrderSearch = {}): Promise<string> {
  const granted = readAnswer(scopesShape, await api.query(accessScopesQuery, {}), 'the app’s permissions');
  const may = (scope: string) =>
    granted.currentAppInstallation.accessScopes.some(({ handle }) => handle === scope);
  const query = ordersBulkQuery(search, { retail: may('read_locations'), terms: may('read_payment_terms') });
  const answer = readAnswer(startedShape, await api.query(runBulkMutation, { query }), 'a bulk operation');
  const { bulkOperation, userErrors } = answer.bulkOperationRunQuery;
  if (bulkOperation) return bulkOperation.id;
  const busy = userErrors.find(({ code }) => code === 'OPERATION_IN_PROGRESS' || code === 'LIMIT_REACHED');
  if (busy) throw new ShopifyBulkBusy(busy.message);
  throw new ShopifyAnswerUnexpected(
    userErrors.map(({ message }) => message).join(' ') || 'Shopify started no bulk operation',
  );
}
