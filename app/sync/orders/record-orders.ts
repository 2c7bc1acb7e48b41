import { wantsPerson, type Finding } from '../../accounting/finding';
import type { Order } from '../../accounting/order';
import { saveBindings, type BindingRecord } from '../../database/bindings';
import { leaveOpenDays } from '../../database/day-documents';
import { replaceOrderFindings } from '../../database/order-findings';
import {
  noteOrdersSynced,
  saveOrders,
  type Look,
  type OrderRecord,
  type OrderStanding,
} from '../../database/orders';
import { paymentHash } from '../input-hash';
import { bindingOfDocument } from '../posted-document';
import type { ShopContext } from '../shop-context';
import type { OrderState } from '../../views/order-view';
import { offsetKey } from './offset-in-days';
import { isBlocked, type OrdersPlan, type PlannedOrder } from './plan-orders';
import type { PostedOrders } from './post-orders';

/** How many orders stand how. */
export interface RecordedOrders {
  readonly posted: number;
  readonly needAttention: number;
  readonly leftOut: number;
}

/** Keeps what stands in Odoo now, the findings, and where each order stands. */
export async function recordOrders(
  { database, shop }: ShopContext,
  plan: OrdersPlan,
  /** Absent where nothing was to be posted: orders are not brought to Odoo by themselves. */
  posted: PostedOrders | undefined,
  look: Look,
): Promise<RecordedOrders> {
  await saveBindings(database, shop.id, posted ? bindingsOf(plan, posted) : []);
  // Cancelled before it was paid and before its day was over, say: nothing of it is for the books.
  const outOfBooks = plan.orders
    .filter((order) => order.leftOut)
    .flatMap(({ fetched }) => fetched?.documents ?? []);
  await leaveOpenDays(
    database,
    shop.id,
    outOfBooks.map(({ key }) => key),
  );
  const standings = plan.orders.map((order) => standingOf(order, plan, posted));
  const findings = new Map(standings.map(({ orderId, found }) => [orderId, found]));
  await saveOrders(
    database,
    shop.id,
    plan.orders.flatMap(({ fetched }) => (fetched ? [recordOf(fetched.order)] : [])),
  );
  await replaceOrderFindings(database, shop.id, findings);
  await noteOrdersSynced(database, shop.id, standings, look);
  const count = (state: OrderState) => standings.filter((one) => one.state === state).length;
  return {
    posted: count('posted'),
    needAttention: count('needs-attention'),
    leftOut: count('left-out'),
  };
}

function standingOf(
  order: PlannedOrder,
  plan: OrdersPlan,
  posted: PostedOrders | undefined,
): OrderStanding & { readonly found: readonly Finding[] } {
  const found = [...order.findings, ...(posted?.findings.get(order.id) ?? [])];
  const { fetched, leftOut: out } = order;
  const documents = fetched?.documents ?? [];
  const missing = documents.filter(
    ({ key }) =>
      !posted?.documents.has(key) && !plan.bindings.has(key) && plan.standing.get(key)?.state !== 'posted',
  );
  const bound = documents.length - missing.length;
  const common = { orderId: order.id, found, documents: bound, findings: found.length };
  if (out) {
    return { ...common, state: out.for === 'now' ? 'new' : 'left-out', reason: out.reason };
  }
  if (isBlocked({ findings: found })) return { ...common, state: 'needs-attention' };
  if (!fetched || missing.length > 0) {
    const waits = missing.every(({ key }) => posted?.joined.has(key) || plan.days.has(key));
    return { ...common, state: 'new', reason: fetched && waits ? 'day-open' : 'not-automatic' };
  }
  if (found.some(wantsPerson)) return { ...common, state: 'needs-attention' };
  return { ...common, state: 'posted' };
}

/** "NL", "ES-GC". */
function taxPlaceOf({ taxCountry = '', taxProvince }: Order): string {
  return taxProvince ? `${taxCountry}-${taxProvince}` : taxCountry;
}

/** What the list of orders shows of an order. */
export function recordOf(order: Order, version?: 'without its version'): OrderRecord {
  const total = order.totals?.current ?? order.totals?.original;
  return {
    orderId: order.id,
    name: order.name,
    placedAt: new Date(order.processedAt ?? order.createdAt),
    ...(order.updatedAt && !version ? { shopifyUpdatedAt: new Date(order.updatedAt) } : {}),
    financialStatus: order.financialStatus ?? 'unknown',
    ...(order.cancelledAt ? { cancelledAt: new Date(order.cancelledAt) } : {}),
    test: order.test,
    currency: order.currency,
    totalMinor: total?.minor ?? 0n,
    customer: order.buyer.name,
    ...(order.taxCountry ? { country: order.taxCountry, taxPlace: taxPlaceOf(order) } : {}),
    gateways: [...new Set(order.transactions.map(({ gateway }) => gateway).filter(Boolean))],
  };
}

function bindingsOf(plan: OrdersPlan, posted: PostedOrders): BindingRecord[] {
  return plan.orders.flatMap(({ id, fetched, payments }): BindingRecord[] => [
    ...(fetched?.documents ?? []).flatMap(
      (document) =>
        bindingOfDocument(document, posted.documents.get(document.key), plan.standing.get(document.key)) ??
        [],
    ),
    ...(fetched?.documents ?? []).flatMap(({ key }): BindingRecord[] => {
      const made = posted.offsets.get(offsetKey(key));
      if (!made) return [];
      const { moveId: odooId, number: name } = made;
      const externalId = offsetKey(key);
      return [
        { externalId, model: 'account.move', odooId, inputHash: '', kind: 'offset', orderId: id, name },
      ];
    }),
    ...payments.flatMap((payment): BindingRecord[] => {
      const made = posted.payments.get(payment.key);
      if (!made) return [];
      return [
        {
          externalId: payment.key,
          model: 'account.move',
          odooId: made.moveId,
          inputHash: paymentHash(payment),
          kind: 'payment',
          orderId: id,
          name: made.number,
          state: 'posted',
        },
      ];
    }),
  ]);
}
