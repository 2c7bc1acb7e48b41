import { Prisma } from '@prisma/client';
import { money, toDecimal } from '../accounting/money';
import type { OrderReason, OrderState } from '../views/order-view';
import type { Database } from './client';

/** The database, or a transaction on it. */
type Rows = Pick<Prisma.TransactionClient, '$executeRaw'>;

/** What is kept of an order for the list, as Shopify says it now. */
export interface OrderRecord {
  readonly orderId: string;
  readonly name: string;
  readonly placedAt: Date;
  readonly shopifyUpdatedAt?: Date;
  readonly financialStatus: string;
  readonly cancelledAt?: Date;
  readonly test: boolean;
  readonly currency: string;
  readonly totalMinor: bigint;
  readonly customer?: string;
  readonly country?: string;
  /** "NL", "ES-GC". */
  readonly taxPlace?: string;
  readonly gateways: readonly string[];
}

export type OrderAsker = 'person' | 'webhook' | 'poll' | 'backfill';

export interface OrderStanding {
  readonly orderId: string;
  readonly state: OrderState;
  readonly reason?: OrderReason;
  /** Absent where the look could not tell: what stood still stands. */
  readonly documents?: number;
  readonly findings: number;
}

/** Writes what Shopify says of orders; where an order stands is left as it is. One statement, however many. */
export async function saveOrders(
  database: Database,
  shopId: string,
  orders: readonly OrderRecord[],
): Promise<void> {
  if (orders.length === 0) return;
  const rows = orders.map((order) => ({
    ...order,
    placedAt: order.placedAt.toISOString(),
    shopifyUpdatedAt: order.shopifyUpdatedAt?.toISOString() ?? null,
    cancelledAt: order.cancelledAt?.toISOString() ?? null,
    totalMinor: order.totalMinor.toString(),
    customer: order.customer ?? null,
    country: order.country ?? null,
    taxPlace: order.taxPlace ?? null,
    search: searchText(order),
  }));
  await database.$executeRaw`
    INSERT INTO "Order" ("id", "shopId", "orderId", "name", "placedAt", "shopifyUpdatedAt", "financialStatus",
      "cancelledAt", "test", "currency", "totalMinor", "customer", "country", "taxPlace", "gateways", "search", "updatedAt")
    SELECT gen_random_uuid()::text, ${shopId}, r."orderId", r."name", r."placedAt"::timestamptz AT TIME ZONE 'UTC',
      r."shopifyUpdatedAt"::timestamptz AT TIME ZONE 'UTC', r."financialStatus",
      r."cancelledAt"::timestamptz AT TIME ZONE 'UTC', r."test", r."currency", r."totalMinor"::bigint, r."customer",
      r."country", r."taxPlace", ARRAY(SELECT jsonb_array_elements_text(r."gateways")), r."search", now() AT TIME ZONE 'UTC'
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("orderId" text, "name" text, "placedAt" text,
      "shopifyUpdatedAt" text, "financialStatus" text, "cancelledAt" text, "test" boolean, "currency" text,
      "totalMinor" text, "customer" text, "country" text, "taxPlace" text, "gateways" jsonb, "search" text)
    ON CONFLICT ("shopId", "orderId") DO UPDATE SET
      "name" = EXCLUDED."name", "placedAt" = EXCLUDED."placedAt", "shopifyUpdatedAt" = COALESCE(EXCLUDED."shopifyUpdatedAt", "Order"."shopifyUpdatedAt"),
      "financialStatus" = EXCLUDED."financialStatus", "cancelledAt" = EXCLUDED."cancelledAt",
      "test" = EXCLUDED."test", "currency" = EXCLUDED."currency", "totalMinor" = EXCLUDED."totalMinor",
      "customer" = EXCLUDED."customer", "country" = EXCLUDED."country", "gateways" = EXCLUDED."gateways",
      "taxPlace" = CASE WHEN "Order"."documentsCount" > 0 THEN COALESCE("Order"."taxPlace", EXCLUDED."taxPlace")
        ELSE EXCLUDED."taxPlace" END,
      "search" = EXCLUDED."search", "updatedAt" = EXCLUDED."updatedAt"`;
}

/** An amount stands in it as people write it without signs: 1234.50. */
export function searchText({
  name,
  customer,
  totalMinor,
  currency,
}: Pick<OrderRecord, 'name' | 'customer' | 'totalMinor' | 'currency'>): string {
  return [name, customer ?? '', toDecimal(money(totalMinor, currency))].join(' ').toLowerCase();
}

/** A look at orders: when, and what had been told of each before Shopify was asked. */
export interface Look {
  readonly at: Date;
  /** `pendingSince` as it was read. Empty where orders are taken as Shopify said them some time ago. */
  readonly told: ReadonlyMap<string, Date>;
}

/**
 * Notes where orders stand after they were brought to Odoo, or were looked at. Only what the look knew of is answered: an
 * order of which something was told since stays asked for, whatever the clocks of the two machines say.
 */
export async function noteOrdersSynced(
  database: Database,
  shopId: string,
  standings: readonly OrderStanding[],
  { at, told }: Look,
): Promise<void> {
  if (standings.length === 0) return;
  const rows = standings.map(({ orderId, state, reason, documents, findings }) => ({
    orderId,
    state,
    reason: reason ?? null,
    documents: documents ?? null,
    findings,
    told: told.get(orderId)?.toISOString() ?? null,
  }));
  await database.$executeRaw`
    UPDATE "Order" AS o SET
      "state" = CASE WHEN o."pendingSince" <> r."told"::timestamptz AT TIME ZONE 'UTC'
          OR (o."pendingSince" IS NOT NULL AND r."told" IS NULL) THEN 'queued' ELSE r."state" END,
      "reason" = r."reason", "documentsCount" = COALESCE(r."documents", o."documentsCount"), "findingsCount" = r."findings",
      "pendingSince" = NULLIF(o."pendingSince", r."told"::timestamptz AT TIME ZONE 'UTC'),
      "syncedAt" = ${utc(at)}, "updatedAt" = now() AT TIME ZONE 'UTC'
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("orderId" text, "state" text, "reason" text,
      "documents" int, "findings" int, "told" text)
    WHERE o."shopId" = ${shopId} AND o."orderId" = r."orderId"`;
}

/** Asks for orders to be brought to Odoo. Of one that Klopt has not seen yet, only its number is known. */
export async function askForOrders(
  database: Rows,
  shopId: string,
  orders: readonly { readonly orderId: string; readonly name?: string }[],
  by: OrderAsker,
  at: Date,
): Promise<void> {
  if (orders.length === 0) return;
  const rows = orders.map(({ orderId, name }) => ({ orderId, name: name ?? orderId }));
  await database.$executeRaw`
    INSERT INTO "Order" ("id", "shopId", "orderId", "name", "placedAt", "financialStatus", "currency", "totalMinor",
      "gateways", "state", "pendingSince", "requestedBy", "updatedAt")
    SELECT gen_random_uuid()::text, ${shopId}, r."orderId", r."name", ${utc(at)}, 'unknown', 'XXX', 0, '{}', 'queued', ${utc(at)},
      ${by}, now() AT TIME ZONE 'UTC'
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("orderId" text, "name" text)
    ON CONFLICT ("shopId", "orderId") DO UPDATE SET
      "state" = 'queued',
      -- Never the same moment twice: a look that knows of the first does not answer the second.
      "pendingSince" = GREATEST(${utc(at)}, "Order"."pendingSince" + interval '1 millisecond'),
      -- What a person (or a history) asked for and could not have yet goes on once it can, whoever tells of it meanwhile.
      "requestedBy" = CASE
        WHEN "Order"."requestedBy" = 'person' AND "Order"."pendingSince" IS NOT NULL THEN 'person'
        WHEN "Order"."requestedBy" IN ('person', 'backfill') AND "Order"."state" = 'needs-attention'
          AND ${by} IN ('webhook', 'poll') THEN "Order"."requestedBy"
        ELSE ${by} END,
      "updatedAt" = now() AT TIME ZONE 'UTC'`;
}

export interface PendingOrder {
  readonly orderId: string;
  readonly requestedBy: OrderAsker;
  readonly pendingSince: Date;
  /** Of the last look. */
  readonly findingsCount: number;
}

/** The orders that wait to be brought to Odoo, those that a person asked for first, then the oldest. */
export async function pendingOrders(
  database: Database,
  shopId: string,
  limit: number,
): Promise<PendingOrder[]> {
  return database.$queryRaw`
    SELECT "orderId", "requestedBy", "pendingSince", "findingsCount" FROM "Order"
    WHERE "shopId" = ${shopId} AND "pendingSince" IS NOT NULL
    ORDER BY ("requestedBy" = 'person') DESC, "placedAt", "orderId" LIMIT ${limit}`;
}

/** Where the taxes of orders belong of which documents stand: as those have it, whatever address Shopify shows now. */
export async function taxPlaces(
  database: Database,
  shopId: string,
  orderIds: readonly string[],
): Promise<Map<string, string>> {
  const places = new Map<string, string>();
  for (let start = 0; start < orderIds.length; start += 5_000) {
    const rows = await database.order.findMany({
      where: {
        shopId,
        orderId: { in: orderIds.slice(start, start + 5_000) },
        documentsCount: { gt: 0 },
        taxPlace: { not: null },
      },
      select: { orderId: true, taxPlace: true },
    });
    for (const { orderId, taxPlace } of rows) if (taxPlace) places.set(orderId, taxPlace);
  }
  return places;
}

/** When Shopify last changed the orders that we have read: the version of each that we know. */
export async function orderVersions(
  database: Database,
  shopId: string,
  orderIds: readonly string[],
): Promise<Map<string, Date>> {
  const rows = await database.order.findMany({
    where: {
      shopId,
      orderId: { in: [...orderIds] },
      syncedAt: { not: null },
      shopifyUpdatedAt: { not: null },
    },
    select: { orderId: true, shopifyUpdatedAt: true },
  });
  return new Map(
    rows.flatMap(({ orderId, shopifyUpdatedAt }) => (shopifyUpdatedAt ? [[orderId, shopifyUpdatedAt]] : [])),
  );
}

/** A moment for a column without a time zone, whatever zone the session is in. */
function utc(at: Date): Prisma.Sql {
  return Prisma.sql`(${at.toISOString()}::timestamptz AT TIME ZONE 'UTC')`;
}

/** Documents that a payout made: an order that waited for nothing else stands with them. What was asked for stays asked. */
export async function noteOrdersPosted(
  database: Database,
  shopId: string,
  orders: readonly { readonly orderId: string; readonly documents: number }[],
): Promise<void> {
  if (orders.length === 0) return;
  await database.$executeRaw`
    UPDATE "Order" AS o SET "documentsCount" = r."documents",
      "state" = CASE WHEN o."state" = 'new' THEN 'posted' ELSE o."state" END,
      "reason" = CASE WHEN o."state" = 'new' THEN NULL ELSE o."reason" END,
      "updatedAt" = now() AT TIME ZONE 'UTC'
    FROM jsonb_to_recordset(${JSON.stringify(orders)}::jsonb) AS r("orderId" text, "documents" int)
    WHERE o."shopId" = ${shopId} AND o."orderId" = r."orderId" AND o."pendingSince" IS NULL`;
}
