import type { Database } from './client';

/** One of our external ids and the record in Odoo behind it. */
export interface BindingRecord {
  readonly externalId: string;
  readonly model: string;
  readonly odooId: number;
  /** Of what the record was made from (Shopify's facts, not mappings): the same again is a hit, another is an error. */
  readonly inputHash: string;
  readonly kind:
    'document' | 'statement-line' | 'transfer' | 'statement' | 'payment' | 'offset' | 'partner' | 'product';
  readonly orderId?: string;
  readonly payoutId?: string;
  /** What a person reads: the invoice's number, the statement's name. */
  readonly name?: string;
  readonly state?: string;
}

export async function bindingsOf(
  database: Database,
  shopId: string,
  externalIds: readonly string[],
): Promise<Map<string, BindingRecord>> {
  const found = new Map<string, BindingRecord>();
  for (let start = 0; start < externalIds.length; start += 5_000) {
    const rows = await database.binding.findMany({
      where: { shopId, externalId: { in: externalIds.slice(start, start + 5_000) } },
    });
    for (const row of rows) found.set(row.externalId, bindingOf(row));
  }
  return found;
}

export async function bindingsOfPayout(
  database: Database,
  shopId: string,
  payoutId: string,
): Promise<BindingRecord[]> {
  return (await database.binding.findMany({ where: { shopId, payoutId } })).map(bindingOf);
}

/** The documents of orders, for showing them beside the transactions of a payout. */
export async function bindingsOfOrders(
  database: Database,
  shopId: string,
  orderIds: readonly string[],
): Promise<BindingRecord[]> {
  return (await database.binding.findMany({ where: { shopId, orderId: { in: [...orderIds] } } })).map(
    bindingOf,
  );
}

/** The documents of orders that we made, by key, each with the hash of what it was made from. */
export async function documentsBrought(
  database: Database,
  shopId: string,
  orderIds: readonly string[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let start = 0; start < orderIds.length; start += 5_000) {
    const rows = await database.binding.findMany({
      where: { shopId, kind: 'document', orderId: { in: orderIds.slice(start, start + 5_000) } },
      select: { externalId: true, inputHash: true },
    });
    for (const { externalId, inputHash } of rows) found.set(externalId, inputHash);
  }
  return found;
}

/**
 * Writes bindings; one that is there already gets the newer name and state and keeps its input hash, unless it is of
 * another record now: what somebody took back in Odoo was made anew, from what Shopify says now.
 */
export async function saveBindings(
  database: Database,
  shopId: string,
  bindings: readonly BindingRecord[],
): Promise<void> {
  if (bindings.length === 0) return;
  const known = await bindingsOf(
    database,
    shopId,
    bindings.map(({ externalId }) => externalId),
  );
  await database.binding.createMany({
    data: bindings
      .filter(({ externalId }) => !known.has(externalId))
      .map(({ orderId, payoutId, name, state, ...rest }) => ({
        shopId,
        ...rest,
        orderId: orderId ?? null,
        payoutId: payoutId ?? null,
        name: name ?? null,
        state: state ?? null,
      })),
    skipDuplicates: true,
  });
  for (const binding of bindings) {
    const before = known.get(binding.externalId);
    if (
      !before ||
      (before.odooId === binding.odooId && before.name === binding.name && before.state === binding.state)
    ) {
      continue;
    }
    await database.binding.update({
      where: { shopId_externalId: { shopId, externalId: binding.externalId } },
      data: {
        odooId: binding.odooId,
        name: binding.name ?? null,
        state: binding.state ?? null,
        ...(before.odooId === binding.odooId ? {} : { inputHash: binding.inputHash }),
      },
    });
  }
}

type Row = Awaited<ReturnType<Database['binding']['findMany']>>[number];

function bindingOf(row: Row): BindingRecord {
  return {
    externalId: row.externalId,
    model: row.model,
    odooId: row.odooId,
    inputHash: row.inputHash,
    kind: row.kind as BindingRecord['kind'],
    ...(row.orderId ? { orderId: row.orderId } : {}),
    ...(row.payoutId ? { payoutId: row.payoutId } : {}),
    ...(row.name ? { name: row.name } : {}),
    ...(row.state ? { state: row.state } : {}),
  };
}
