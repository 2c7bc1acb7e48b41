import type { Prisma } from '@prisma/client';
import type { Finding, FindingKind } from '../accounting/finding';
import type { Database } from './client';
import { bodyOf, storedFinding, type StoredFinding } from './findings';

/** Said once, when the customer was made, and not found again by looking: it stays. */
const toldOnce: readonly FindingKind[] = ['vat-number-refused'];

/** The findings of each order are those of its latest look: what is no longer found is resolved, not deleted. */
export async function replaceOrderFindings(
  database: Database,
  shopId: string,
  findings: ReadonlyMap<string, readonly Finding[]>,
): Promise<void> {
  if (findings.size === 0) return;
  const again = [...findings].flatMap(([id, found]) => (found.some(isToldOnce) ? [id] : []));
  await database.$transaction([
    database.finding.updateMany({
      where: {
        shopId,
        orderId: { in: [...findings.keys()] },
        payoutId: null,
        resolvedAt: null,
        OR: [{ kind: { notIn: [...toldOnce] } }, { orderId: { in: again } }],
      },
      data: { resolvedAt: new Date() },
    }),
    database.finding.createMany({
      data: [...findings].flatMap(([orderId, found]) =>
        found.map((finding) => ({
          shopId,
          orderId,
          kind: finding.kind,
          severity: finding.severity,
          objectType: finding.object.type,
          objectId: finding.object.id,
          objectName: finding.object.name,
          body: bodyOf(finding) as unknown as Prisma.InputJsonValue,
        })),
      ),
    }),
  ]);
}

const isToldOnce = ({ kind }: Finding) => toldOnce.includes(kind);

export async function findingsOfOrder(
  database: Database,
  shopId: string,
  orderId: string,
): Promise<StoredFinding[]> {
  const rows = await database.finding.findMany({
    where: { shopId, orderId, payoutId: null, resolvedAt: null },
    orderBy: { createdAt: 'asc' },
  });
  return rows.map(storedFinding);
}
