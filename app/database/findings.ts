import type { Prisma } from '@prisma/client';
import type { Finding } from '../accounting/finding';
import { money, type Money } from '../accounting/money';
import { moneyView, type MoneyView } from '../views/money-view';
import type { Database } from './client';

export interface StoredFinding extends Finding {
  readonly id: string;
}

interface Body {
  readonly expected?: MoneyView;
  readonly actual?: MoneyView;
  readonly residual?: MoneyView;
  readonly facts: Record<string, string>;
  readonly remedy: Finding['remedy'];
}

/** The findings of a payout are those of its latest look: what is no longer found is resolved, not deleted. */
export async function replaceFindings(
  database: Database,
  shopId: string,
  payoutId: string,
  findings: readonly Finding[],
): Promise<void> {
  await database.$transaction(
    async (write) => {
      await write.finding.updateMany({
        where: { shopId, payoutId, resolvedAt: null },
        data: { resolvedAt: new Date() },
      });
      await write.finding.createMany({
        data: findings.map((finding) => ({
          shopId,
          payoutId,
          kind: finding.kind,
          severity: finding.severity,
          objectType: finding.object.type,
          objectId: finding.object.id,
          objectName: finding.object.name,
          body: bodyOf(finding) as unknown as Prisma.InputJsonValue,
        })),
      });
      await write.payout.updateMany({
        where: { shopId, payoutId },
        data: { findingsCount: findings.length },
      });
    },
    // An import whose orders nobody knows has a finding for each of its rows; the default of 5 s is too short for 100,000.
    { timeout: 120_000, maxWait: 20_000 },
  );
}

/** Deletes what was resolved before a moment, of all shops. What is open stays however old it is. */
export async function forgetResolvedFindings(database: Database, before: Date): Promise<void> {
  await database.finding.deleteMany({ where: { resolvedAt: { lt: before } } });
}

export async function findingsOf(
  database: Database,
  shopId: string,
  payoutId: string,
): Promise<StoredFinding[]> {
  const rows = await database.finding.findMany({
    where: { shopId, payoutId, resolvedAt: null },
    orderBy: { createdAt: 'asc' },
  });
  return rows.map(storedFinding);
}

/** A row, as the finding that it was. */
export function storedFinding(row: FindingRow): StoredFinding {
  const body = row.body as unknown as Body;
  const amounts = { expected: body.expected, actual: body.actual, residual: body.residual };
  return {
    id: row.id,
    kind: row.kind as Finding['kind'],
    severity: row.severity as Finding['severity'],
    object: {
      type: row.objectType as Finding['object']['type'],
      id: row.objectId,
      name: row.objectName ?? '',
    },
    ...(Object.fromEntries(
      Object.entries(amounts).flatMap(([name, view]) => (view ? [[name, amountOf(view)]] : [])),
    ) as Partial<Pick<Finding, 'expected' | 'actual' | 'residual'>>),
    facts: body.facts,
    remedy: body.remedy,
  };
}

type FindingRow = Awaited<ReturnType<Database['finding']['findMany']>>[number];

/** A finding to keep beside something else, where it is no row of its own. */
export function findingJson(finding: Finding): Prisma.InputJsonObject {
  const { kind, severity, object } = finding;
  return { kind, severity, object, ...bodyOf(finding) } as unknown as Prisma.InputJsonObject;
}

export function bodyOf(finding: Finding): Body {
  return {
    ...(finding.expected ? { expected: moneyView(finding.expected) } : {}),
    ...(finding.actual ? { actual: moneyView(finding.actual) } : {}),
    ...(finding.residual ? { residual: moneyView(finding.residual) } : {}),
    facts: { ...finding.facts },
    remedy: finding.remedy,
  };
}

function amountOf(view: MoneyView): Money {
  return money(BigInt(view.minor), view.currency);
}
