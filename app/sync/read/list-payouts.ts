import type { Prisma } from '@prisma/client';
import type { TransactionFamily } from '../../accounting/transaction-family';
import type { Database } from '../../database/client';
import { isConnected } from '../../database/connections';
import { likeLiteral } from '../../database/like-literal';
import { netOf } from '../../database/payouts';
import { isAtWork, latestRuns, type RunRecord } from '../../database/runs';
import { moneyView } from '../../views/money-view';
import {
  payoutStates,
  type PayoutPage,
  type PayoutRow,
  type PayoutState,
  type ProofView,
} from '../../views/payout-view';
import { lastDiscovery } from './last-discovery';
import { listPage, rowsOf } from './list-page';
import type { Places } from './finding-view';
import { runView } from './run-view';
import { searchWords } from './search-words';

export interface PayoutQuery {
  readonly state?: PayoutState;
  /** Looks in number, date, amount, bank reference, and in the names of orders. */
  readonly q?: string;
  /** From 1. */
  readonly page?: number;
}

/** One page of a shop's payouts, newest first, with how many there are in each state. */
export async function listPayouts(
  database: Database,
  shopId: string,
  places: Places,
  query: PayoutQuery = {},
): Promise<PayoutPage> {
  const where = await found(database, shopId, query.q);
  const narrowed: Prisma.PayoutWhereInput = query.state ? { AND: [where, { state: query.state }] } : where;
  // Asked first: what ends while the rest is read is still said to go on, and so the page asks again.
  const working = await isAtWork(database, shopId);
  const [groups, ready, connected, discovery] = await Promise.all([
    database.payout.groupBy({ by: ['state'], where, _count: { _all: true } }),
    database.payout.count({ where: { shopId, state: 'ready' } }),
    isConnected(database, shopId),
    lastDiscovery(database, shopId, places),
  ]);
  const counted = new Map(groups.map((group) => [group.state, group._count._all]));
  const page = listPage(payoutStates, counted, query);
  const rows = await database.payout.findMany({
    where: narrowed,
    orderBy: [{ issuedOn: 'desc' }, { payoutId: 'desc' }],
    ...rowsOf(page),
    omit: { raw: true, summary: true },
  });
  const runs = await latestRuns(
    database,
    shopId,
    rows.map((row) => row.payoutId),
  );
  return {
    ...page,
    rows: rows.map((row) => payoutRow(row, runs.get(row.payoutId))),
    ready,
    lastDiscovery: discovery,
    connected,
    working,
  };
}

async function found(
  database: Database,
  shopId: string,
  q: string | undefined,
): Promise<Prisma.PayoutWhereInput> {
  const words = searchWords(q ?? '');
  const [text] = words;
  if (text === undefined) return { shopId };
  const ofOrder = await database.balanceTransaction.findMany({
    where: {
      shopId,
      // Prisma compares by LIKE where case does not count.
      orderName: { equals: likeLiteral(text.startsWith('#') ? text : `#${text}`), mode: 'insensitive' },
    },
    select: { payoutId: true },
    distinct: ['payoutId'],
    take: 50,
  });
  const ids = ofOrder.flatMap(({ payoutId }) => (payoutId ? [payoutId] : []));
  return {
    shopId,
    OR: [...words.map((word) => ({ search: { contains: likeLiteral(word) } })), { payoutId: { in: ids } }],
  };
}

type Row = Omit<NonNullable<Awaited<ReturnType<Database['payout']['findUnique']>>>, 'raw' | 'summary'>;

export function payoutRow(row: Row, run: RunRecord | undefined): PayoutRow {
  return {
    id: row.payoutId,
    issuedOn: row.issuedOn.toISOString().slice(0, 10),
    net: moneyView(netOf(row)),
    state: row.state as PayoutState,
    shopifyStatus: row.shopifyStatus,
    source: row.source as PayoutRow['source'],
    holds: row.counts as Partial<Record<TransactionFamily, number>>,
    proofHolds: row.proof ? (row.proof as unknown as ProofView).holds : null,
    findings: row.findingsCount,
    bankReference: row.externalTraceId,
    run: run ? runView(run) : null,
  };
}
