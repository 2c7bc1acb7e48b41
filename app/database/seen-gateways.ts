import type { Database } from './client';

/** Payment gateways by their Shopify name, with how many transactions of the orders that were read carry each. */
export async function seenGateways(database: Database, shopId: string): Promise<Map<string, number>> {
  const rows = await database.$queryRaw<{ gateway: string; count: bigint }[]>`
    SELECT entry ->> 'gateway' AS gateway, count(*) AS count
    FROM "OrderSnapshot", jsonb_array_elements(raw -> 'transactions') AS entry
    WHERE "shopId" = ${shopId} AND entry ->> 'gateway' <> ''
    GROUP BY 1`;
  return new Map(rows.map(({ gateway, count }) => [gateway, Number(count)]));
}
