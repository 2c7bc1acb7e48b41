import { toDecimal } from '../../../app/accounting/money';
import { bindingsOfOrders } from '../../../app/database/bindings';
import { findingsOfOrder } from '../../../app/database/order-findings';
import type { ShopContext } from '../../../app/sync/shop-context';
import { readOrderDocuments } from './read-order-documents';
import { readOrderPayments } from './read-order-payments';
import type { MadeOrder } from './scenario-result';

/** Where each order stands, and what stands of it in Odoo, read there. `gateways`: by the number of the transaction. */
export async function readOrdersMade(
  { database, shop, odoo }: ShopContext,
  gateways: ReadonlyMap<string, string>,
): Promise<MadeOrder[]> {
  const client = await odoo();
  const rows = await database.order.findMany({ where: { shopId: shop.id }, orderBy: { orderId: 'asc' } });
  const bindings = await bindingsOfOrders(
    database,
    shop.id,
    rows.map(({ orderId }) => orderId),
  );
  const idsOf = (wanted: string) =>
    bindings.filter(({ kind }) => kind === wanted).map(({ odooId }) => odooId);
  const documents = await readOrderDocuments(client, idsOf('document'));
  const payments = await readOrderPayments(client, idsOf('payment'));
  const orders: MadeOrder[] = [];
  for (const { orderId, name, state, reason } of rows) {
    const own = bindings.filter((binding) => binding.orderId === orderId);
    const findings = await findingsOfOrder(database, shop.id, orderId);
    orders.push({
      name,
      state,
      ...(reason ? { reason } : {}),
      documents: own.flatMap(({ kind, odooId }) =>
        kind === 'document' ? (documents.get(odooId) ?? []) : [],
      ),
      payments: own.flatMap(({ kind, odooId, externalId }) => {
        const read = kind === 'payment' ? payments.get(odooId) : undefined;
        return read ? [{ gateway: gateways.get(externalId.replace('payment_', '')) ?? '', ...read }] : [];
      }),
      findings: findings.map(({ kind, severity, object, expected, actual, residual, facts }) => ({
        kind,
        severity,
        object: object.name,
        ...(expected ? { expected: toDecimal(expected) } : {}),
        ...(actual ? { actual: toDecimal(actual) } : {}),
        ...(residual ? { residual: toDecimal(residual) } : {}),
        facts,
      })),
    });
  }
  return orders;
}
