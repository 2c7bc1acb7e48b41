import type { Finding } from '../../accounting/finding';
import { replaceOrderFindings } from '../../database/order-findings';
import { noteOrdersSynced, type Look } from '../../database/orders';
import type { ShopContext } from '../shop-context';

/** Orders that Shopify does not have, or does not show to us: said so, and not asked for again. */
export async function forgetMissing(
  { database, shop }: ShopContext,
  ids: readonly string[],
  found: ReadonlySet<string>,
  look: Look,
): Promise<void> {
  const missing = ids.filter((id) => !found.has(id));
  const findings = new Map(missing.map((id) => [id, [orderMissing(id)]] as const));
  await replaceOrderFindings(database, shop.id, findings);
  await noteOrdersSynced(
    database,
    shop.id,
    missing.map((orderId) => ({ orderId, state: 'needs-attention', findings: 1 })),
    look,
  );
}

function orderMissing(id: string): Finding {
  return {
    kind: 'order-missing',
    severity: 'blocks',
    object: { type: 'order', id, name: id },
    facts: { order: id },
    remedy: { page: 'shopify-order', id },
  };
}
