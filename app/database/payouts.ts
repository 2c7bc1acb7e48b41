import type { Prisma } from '@prisma/client';
import { money, toDecimal, type Money } from '../accounting/money';
import { calendarDate } from '../accounting/calendar-date';
import { payoutId } from '../accounting/ids';
import type { Payout, PayoutStatus } from '../accounting/payout';
import type { PayoutState } from '../views/payout-view';
import type { Database } from './client';

/** What a payout's row is made from, whichever way it came. */
export interface DiscoveredPayout {
  readonly payout: Payout;
  readonly source: 'api' | 'csv';
  readonly summary?: Readonly<Record<string, string>>;
  readonly raw: Prisma.InputJsonValue;
}

export interface StoredPayout extends Payout {
  readonly source: 'api' | 'csv';
  readonly state: PayoutState;
  readonly raw: unknown;
}

/** Writes what Shopify says of payouts; what we know beside it (state, proof) stays. Answers how many are new or changed. */
export async function savePayouts(
  database: Database,
  shopId: string,
  discovered: readonly DiscoveredPayout[],
): Promise<{ found: string[]; changed: string[] }> {
  const ids = discovered.map(({ payout }) => payout.id as string);
  const known = await database.payout.findMany({
    where: { shopId, payoutId: { in: ids } },
    select: { payoutId: true, shopifyStatus: true, netMinor: true, source: true, state: true },
  });
  const begun = await payoutsBegun(
    database,
    shopId,
    known.flatMap(({ payoutId, source }) => (source === 'csv' ? [payoutId] : [])),
  );
  const knownById = new Map(known.map((row) => [row.payoutId, row]));
  const found: string[] = [];
  const changed: string[] = [];
  for (const one of discovered) {
    const before = knownById.get(one.payout.id);
    if (!before) {
      found.push(one.payout.id);
      continue;
    }
    // Shopify's own word outranks an export's; an export never takes away what Shopify said.
    if (before.source === 'api' && one.source === 'csv') continue;
    // Rows of an export have ids of their own: once posting has begun with them, Shopify's would be posted beside them.
    if (before.source === 'csv' && one.source === 'api' && begun.has(one.payout.id)) continue;
    const same =
      before.shopifyStatus === one.payout.status &&
      before.netMinor === one.payout.net.minor &&
      before.source === one.source;
    if (same) continue;
    changed.push(one.payout.id);
    await database.payout.update({
      where: { shopId_payoutId: { shopId, payoutId: one.payout.id } },
      data: columns(one),
    });
  }
  const rows = discovered
    .filter(({ payout }) => found.includes(payout.id))
    .map((one) => ({
      shopId,
      payoutId: one.payout.id,
      state: firstState(one.payout.status),
      ...columns(one),
    }));
  await database.payout.createMany({ data: rows, skipDuplicates: true });
  return { found, changed };
}

/** Payouts for which posting was begun at least once. */
async function payoutsBegun(
  database: Database,
  shopId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const runs = await database.run.findMany({
    where: { shopId, kind: 'sync-payout', payoutId: { in: [...ids] } },
    distinct: ['payoutId'],
    select: { payoutId: true },
  });
  return new Set(runs.flatMap(({ payoutId }) => (payoutId ? [payoutId] : [])));
}

function firstState(status: PayoutStatus): PayoutState {
  return status === 'failed' || status === 'canceled' ? 'failed' : 'new';
}

function columns({ payout, source, summary, raw }: DiscoveredPayout) {
  return {
    source,
    issuedOn: new Date(`${payout.issuedOn}T00:00:00Z`),
    shopifyStatus: payout.status,
    direction: payout.net.minor < 0n ? 'withdrawal' : 'deposit',
    currency: payout.net.currency,
    netMinor: payout.net.minor,
    externalTraceId: payout.bankReference ?? null,
    ...(summary ? { summary: { ...summary } } : {}),
    raw,
    search: [payout.id, payout.issuedOn, toDecimal(payout.net), payout.bankReference ?? '']
      .join(' ')
      .toLowerCase(),
  };
}

export async function findPayout(
  database: Database,
  shopId: string,
  id: string,
): Promise<StoredPayout | undefined> {
  const row = await database.payout.findUnique({ where: { shopId_payoutId: { shopId, payoutId: id } } });
  return row ? storedPayout(row) : undefined;
}

type PayoutRecord = NonNullable<Awaited<ReturnType<Database['payout']['findUnique']>>>;

export function storedPayout(row: PayoutRecord): StoredPayout {
  return {
    id: payoutId(row.payoutId),
    issuedOn: calendarDate(row.issuedOn.toISOString().slice(0, 10)),
    status: row.shopifyStatus as PayoutStatus,
    net: netOf(row),
    ...(row.externalTraceId ? { bankReference: row.externalTraceId } : {}),
    source: row.source as 'api' | 'csv',
    state: row.state as PayoutState,
    raw: row.raw,
  };
}

export function netOf(row: { netMinor: bigint; currency: string }): Money {
  return money(row.netMinor, row.currency);
}

export async function updatePayout(
  database: Database,
  shopId: string,
  id: string,
  data: Prisma.PayoutUpdateInput,
): Promise<void> {
  await database.payout.update({ where: { shopId_payoutId: { shopId, payoutId: id } }, data });
}

/** What stood in the way was changed by a person (a mapping, the connection): what waited for that is looked at anew. */
export async function lookAgain(database: Database, shopId: string): Promise<void> {
  const waiting: PayoutState = 'needs-attention';
  const state: PayoutState = 'new';
  await database.payout.updateMany({ where: { shopId, state: waiting }, data: { state } });
}
