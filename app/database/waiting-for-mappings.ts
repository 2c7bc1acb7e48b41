import type { FindingKind } from '../accounting/finding';
import type { Database } from './client';

/** Findings that a mapping or a setting resolves. */
const kinds: FindingKind[] = [
  'tax-unmapped',
  'role-unmapped',
  'gateway-unmapped',
  'mapping-missing',
  'mapping-broken',
  'sku-ambiguous',
  'product-unmatched',
];

export interface WaitingFor {
  /** The mapping's key. */
  readonly key: string;
  readonly facts: Readonly<Record<string, string>>;
  /** Distinct orders. */
  readonly orders: number;
  /** Documents of payouts. */
  readonly documents: number;
}

interface Body {
  readonly facts?: Record<string, string>;
  readonly remedy?: { readonly key?: string };
}

/** What waits for a mapping, by its key: open findings of these kinds, of orders and of payouts. */
export async function waitingFor(
  database: Database,
  shopId: string,
  of: readonly FindingKind[],
): Promise<WaitingFor[]> {
  const rows = await database.finding.findMany({
    where: { shopId, kind: { in: [...of] }, resolvedAt: null },
    select: { objectId: true, orderId: true, body: true },
  });
  const waiting = new Map<
    string,
    { facts: Record<string, string>; orders: Set<string>; documents: number }
  >();
  for (const { objectId, orderId, body } of rows) {
    const { facts = {}, remedy } = body as Body;
    const key = remedy?.key ?? objectId;
    const known = waiting.get(key) ?? { facts, orders: new Set<string>(), documents: 0 };
    if (orderId) known.orders.add(orderId);
    else known.documents += Number(facts.count ?? '0');
    waiting.set(key, known);
  }
  return [...waiting].map(([key, { facts, orders, documents }]) => ({
    key,
    facts,
    orders: orders.size,
    documents,
  }));
}

/** Orders that wait for a mapping or a setting, and whether a person (or the history that one began) has asked for them. */
export async function ordersWaitingForMappings(
  database: Database,
  shopId: string,
): Promise<{ orderId: string; name: string; wasAskedFor: boolean }[]> {
  const found = await database.finding.findMany({
    where: { shopId, kind: { in: kinds }, resolvedAt: null, orderId: { not: null } },
    select: { orderId: true },
    distinct: ['orderId'],
  });
  const ids = new Set(found.flatMap(({ orderId }) => orderId ?? []));
  if (ids.size === 0) return [];
  // Not by `in`: twenty thousand ids are more than a statement takes.
  const orders = await database.order.findMany({
    where: { shopId, state: 'needs-attention' },
    select: { orderId: true, name: true, requestedBy: true },
  });
  return orders
    .filter(({ orderId }) => ids.has(orderId))
    .map(({ orderId, name, requestedBy }) => ({
      orderId,
      name,
      wasAskedFor: requestedBy === 'person' || requestedBy === 'backfill',
    }));
}
