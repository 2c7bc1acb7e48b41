import type { Prisma } from '@prisma/client';
import { askForOrders } from '../../database/orders';

/** Notes that something happened to an order. Answers the shop, where it has an Odoo to bring the order to. */
export async function tellOfOrder(
  rows: Prisma.TransactionClient,
  domain: string,
  order: { readonly orderId: string; readonly name?: string },
  at: Date,
): Promise<{ shopId?: string }> {
  const shop = await rows.shop.findFirst({
    where: { domain, uninstalledAt: null },
    select: { id: true, connection: { select: { id: true } } },
  });
  if (!shop) return {};
  await askForOrders(rows, shop.id, [order], 'webhook', at);
  return shop.connection ? { shopId: shop.id } : {};
}
