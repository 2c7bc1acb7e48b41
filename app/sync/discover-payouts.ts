import type { Prisma } from '@prisma/client';
import { savePayouts } from '../database/payouts';
import { noPaymentsAccount, readPayouts } from '../shopify/read-payouts';
import { PersonNeeded } from './person-needed';
import type { ShopContext } from './shop-context';

export interface Discovery {
  /** Payouts that were not known. */
  readonly found: readonly string[];
  /** Payouts of which Shopify says something else than before: paid now, or failed. */
  readonly changed: readonly string[];
}

/** How far back a payout that is not final yet may lie; Shopify pays out within days, a failed one within weeks. */
const lookBackDays = 60;

/**
 * Asks Shopify for payouts: all of them the first time, then from the oldest that may still change. No webhook tells of
 * payouts, so this runs by the clock, and again when a person asks.
 */
export async function discoverPayouts(context: ShopContext): Promise<Discovery> {
  const { database, shop, shopify } = context;
  const newest = await database.payout.findFirst({
    where: { shopId: shop.id, source: 'api' },
    orderBy: { issuedOn: 'desc' },
    select: { issuedOn: true },
  });
  const oldestOpen = await database.payout.findFirst({
    where: { shopId: shop.id, source: 'api', shopifyStatus: { in: ['scheduled', 'in-transit'] } },
    orderBy: { issuedOn: 'asc' },
    select: { issuedOn: true },
  });
  const found: string[] = [];
  const changed: string[] = [];
  for await (const page of readPayouts(
    shopify,
    shop.timeZone,
    since(newest?.issuedOn, oldestOpen?.issuedOn),
  )) {
    if (page === noPaymentsAccount) throw new PersonNeeded([notActive(shop.domain)]);
    const saved = await savePayouts(
      database,
      shop.id,
      page.map(({ payout, summary, raw }) => ({
        payout,
        source: 'api',
        summary,
        raw: raw as Prisma.InputJsonValue,
      })),
    );
    found.push(...saved.found);
    changed.push(...saved.changed);
  }
  for (const id of changed) await afterChange(context, id);
  await noteFailures(context);
  return { found, changed };
}

/** What Shopify said anew is looked at anew, unless a run is at it. */
async function afterChange({ database, shop }: ShopContext, id: string): Promise<void> {
  await database.payout.updateMany({
    where: { shopId: shop.id, payoutId: id, state: 'needs-attention' },
    data: { state: 'new' },
  });
}

/** A payout that failed says so, also where a process died between hearing it and noting it; one that was paid is new. */
async function noteFailures({ database, shop }: ShopContext): Promise<void> {
  const failed = { in: ['failed', 'canceled'] };
  await database.payout.updateMany({
    where: { shopId: shop.id, shopifyStatus: failed, state: { in: ['ready', 'posted', 'banked'] } },
    data: { state: 'failed' },
  });
  await database.payout.updateMany({
    where: { shopId: shop.id, shopifyStatus: { notIn: failed.in }, state: 'failed' },
    data: { state: 'new' },
  });
}

function since(newest: Date | undefined, oldestOpen: Date | undefined): string | undefined {
  if (!newest) return undefined;
  const lookBack = new Date(newest.getTime() - lookBackDays * 24 * 60 * 60 * 1000);
  const from = oldestOpen && oldestOpen < lookBack ? oldestOpen : lookBack;
  return from.toISOString().slice(0, 10);
}

function notActive(domain: string) {
  return {
    kind: 'payments-not-active',
    severity: 'blocks',
    object: { type: 'connection', id: domain, name: domain },
    facts: {},
    remedy: { page: 'shopify-payouts' },
  } as const;
}
