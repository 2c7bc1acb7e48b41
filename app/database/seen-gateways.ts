import type { Database } from './client';

/** Payment gateways by their Shopify name, with how many orders each has paid, of those that were read; test orders are not for the books. */
export async function seenGateways(database: Database, shopId: string): Promise<Map<string, number>> {
  // Orders that came only with a payout have no row in the list of orders.
  const rows = await database.$queryRaw<{ gateway: string; count: bigint }[]>`
    SELECT gateway, count(DISTINCT "orderId") AS count FROM (
      SELECT "orderId", unnest("gateways") AS gateway FROM "Order" WHERE "shopId" = ${shopId} AND NOT "test"
      UNION ALL
      SELECT s."orderId", entry ->> 'gateway'
      FROM "OrderSnapshot" AS s, jsonb_array_elements(s.raw -> 'transactions') AS entry
      WHERE s."shopId" = ${shopId} AND s.raw ->> 'test' IS DISTINCT FROM 'true' AND NOT EXISTS (
        SELECT FROM "Order" AS o WHERE o."shopId" = s."shopId" AND o."orderId" = s."orderId")
    ) AS seen
    WHERE gateway <> '' GROUP BY 1`;
  return new Map(rows.map(({ gateway, count }) => [gateway, Number(count)]));
}
