import { z } from 'zod';
import type { AdminApi } from '../admin-api';
import { readAnswer } from '../answer';
import { bulkOperationQuery, cancelBulkMutation } from '../operations/bulk';
import { ShopifyBulkFailed } from '../shopify-error';

/** A bulk operation as Shopify says it now. Its files live for seven days. */
export interface BulkOperation {
  readonly id: string;
  readonly status: 'created' | 'running' | 'completed' | 'canceling' | 'canceled' | 'failed' | 'expired';
  readonly errorCode?: string;
  /** Lines of the file so far: orders, their agreements, sales and so on. */
  readonly objectCount: number;
  /** Orders so far. */
  readonly rootObjectCount: number;
  /** Bytes. */
  readonly fileSize?: number;
  /** The file; absent while it runs, and where nothing was found. */
  readonly url?: string;
  readonly partialDataUrl?: string;
}

const statuses = [
  'created',
  'running',
  'completed',
  'canceling',
  'canceled',
  'failed',
  'expired',
] as const satisfies readonly BulkOperation['status'][];

const answerShape = z.object({
  bulkOperation: z
    .object({
      id: z.string(),
      status: z.string().toLowerCase().pipe(z.enum(statuses)),
      errorCode: z.string().nullish(),
      objectCount: z.coerce.number().int(),
      rootObjectCount: z.coerce.number().int(),
      fileSize: z.coerce.number().int().nullish(),
      url: z.string().nullish(),
      partialDataUrl: z.string().nullish(),
    })
    .nullable(),
});

/** undefined where Shopify does not know it: it is older than seven days, or of another shop. */
export async function bulkOperation(api: AdminApi, id: string): Promise<BulkOperation | undefined> {
  const answer = await api.query(bulkOperationQuery, { id });
  const found = readAnswer(answerShape, answer, 'a bulk operation').bulkOperation;
  if (!found) return undefined;
  const { errorCode, fileSize, url, partialDataUrl, ...rest } = found;
  return {
    ...rest,
    ...(errorCode ? { errorCode } : {}),
    ...(typeof fileSize === 'number' ? { fileSize } : {}),
    ...(url ? { url } : {}),
    ...(partialDataUrl ? { partialDataUrl } : {}),
  };
}

/** True when its file can be read, false while it is under way; ShopifyBulkFailed where it never can be. */
export function isReady(operation: BulkOperation): boolean {
  switch (operation.status) {
    case 'completed':
      return true;
    case 'created':
    case 'running':
      return false;
    case 'canceling':
    case 'canceled':
      throw new ShopifyBulkFailed('canceled', operation.errorCode);
    case 'failed':
      throw new ShopifyBulkFailed('failed', operation.errorCode);
    case 'expired':
      throw new ShopifyBulkFailed('expired', operation.errorCode);
  }
}

/** Asks Shopify to stop; one that has ended already stays as it is. */
export async function cancelBulk(api: AdminApi, id: string): Promise<void> {
  await api.query(cancelBulkMutation, { id });
}
