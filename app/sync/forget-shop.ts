import type { Prisma } from '@prisma/client';
import type { FindingKind } from '../accounting/finding';
import { searchText } from '../database/orders';

/** A client of the database, or a transaction on it. */
type Rows = Prisma.TransactionClient;

/** The app was removed: its tokens are worthless from now on. What the merchant has here stays for 48 hours (forgetShop). */
export async function closeShop(rows: Rows, domain: string, at: Date): Promise<void> {
  await rows.session.deleteMany({ where: { shop: domain } });
  await rows.shop.updateMany({ where: { domain }, data: { uninstalledAt: at } });
}

/** Everything of a shop, for good. Unless it came back in the meantime: Shopify asks 48 hours after the removal. */
export async function forgetShop(rows: Rows, domain: string): Promise<void> {
  await rows.shop.deleteMany({ where: { domain, uninstalledAt: { not: null } } });
  if (await rows.shop.findUnique({ where: { domain } })) return;
  await rows.session.deleteMany({ where: { shop: domain } });
  await rows.webhookDelivery.deleteMany({ where: { domain } });
}

/** Findings in whose facts a customer's name, address or number stands. */
const namingCustomers: FindingKind[] = ['customer-ambiguous', 'vat-number-refused', 'entry-rejected'];

/** What Klopt keeps of a customer is what Shopify said of their orders. What is booked stays in the merchant's Odoo. */
export async function forgetCustomer(rows: Rows, domain: string, orderIds: readonly string[]): Promise<void> {
  const ofCustomer = { shop: { domain }, orderId: { in: [...orderIds] } };
  await rows.orderSnapshot.deleteMany({ where: ofCustomer });
  await rows.finding.deleteMany({
    where: { ...ofCustomer, objectType: { in: ['order', 'customer'] }, kind: { in: namingCustomers } },
  });
  // The number, the day and the amount are the merchant's books; whose it was is not kept, nor what names it.
  const orders = await rows.order.findMany({
    where: ofCustomer,
    select: { id: true, name: true, totalMinor: true, currency: true },
  });
  for (const { id, ...order } of orders) {
    await rows.order.update({
      where: { id, shop: { domain } },
      data: { customer: null, search: searchText(order) },
    });
  }
}

/** How many orders of a customer Klopt keeps, of those that Shopify names. */
export async function ordersKept(rows: Rows, domain: string, orderIds: readonly string[]): Promise<number> {
  return rows.orderSnapshot.count({ where: { shop: { domain }, orderId: { in: [...orderIds] } } });
}

/** The merchant agreed to other permissions. */
export async function noteScopes(rows: Rows, domain: string, scopes: readonly string[]): Promise<void> {
  await rows.session.updateMany({ where: { shop: domain }, data: { scope: scopes.join(',') } });
}
