import type { Database } from './client';
import { storedFinding, type StoredFinding } from './findings';

/** What is in an order's way, or to be known of it, as its latest look found it. */
export async function findingsOfOrder(
  database: Database,
  shopId: string,
  orderId: string,
): Promise<StoredFinding[]> {
  const rows = await database.finding.findMany({
    where: { shopId, orderId, resolvedAt: null },
    orderBy: { createdAt: 'asc' },
  });
  return rows.map(storedFinding);
}
