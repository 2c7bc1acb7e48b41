import { compare } from './compare';
import type { Document } from './document';
import type { DocumentsOfOrder } from './documents-of-order';
import type { Finding } from './finding';
import { add, equals, isZero, negate, sumOf, zero, type Money } from './money';
import type { Order, OrderTransaction } from './order';
import { orderPayments } from './order-payments';

/**
 * What an order's own figures say beside its ledger: notices, because documents follow the ledger line by line. `stands`:
 * a document of it is in Odoo.
 */
export function checkOrder(order: Order, made: DocumentsOfOrder, stands: boolean): Finding[] {
  return [
    ...totalDiffers(order, made),
    ...(stands ? [...cancelledNotReversed(order, made), ...paidAtOtherRate(order, made)] : []),
    ...refundsFailed(order),
  ];
}

/** Σ of all documents of the order, credit notes negative; in its currency. */
export function totalOfDocuments(order: Order, documents: readonly Document[]): Money {
  return sumOf(order.currency, documents, ({ kind, total }) => (kind === 'invoice' ? total : negate(total)));
}

function totalDiffers(order: Order, { documents, earlier, findings }: DocumentsOfOrder): Finding[] {
  const { current } = order.totals ?? {};
  if (!current || findings.length > 0) return [];
  const all = [...earlier, ...documents];
  const total = totalOfDocuments(order, all);
  // What was given back beyond (or short of) the lines is not in every one of Shopify's totals.
  const adjusted = all.reduce((sum, document) => add(sum, adjustmentsOf(document)), zero(order.currency));
  if (equals(total, current) || equals(add(total, negate(adjusted)), current)) return [];
  return [{ ...notice('order-total-differs', order), ...compare(current, total) }];
}

function adjustmentsOf({ kind, currency, lines }: Document): Money {
  const taken = sumOf(
    currency,
    lines.filter(({ role }) => role === 'adjustment'),
    ({ total }) => total,
  );
  return kind === 'invoice' ? taken : negate(taken);
}

function cancelledNotReversed(order: Order, { documents, earlier }: DocumentsOfOrder): Finding[] {
  if (!order.cancelledAt || orderPayments(order).length > 0) return [];
  const open = totalOfDocuments(order, [...earlier, ...documents]);
  return isZero(open) ? [] : [{ ...notice('cancelled-not-reversed', order), actual: open }];
}

const settled = new Set<Order['financialStatus']>(['paid', 'partially-refunded', 'refunded']);

/**
 * Shopify counts an order as paid by what the customer paid in his own currency. In the shop's, a payment of another day
 * has another rate (as recorded: an order of 13.50 CAD, paid with 12.77): the rest stays open on the documents.
 */
function paidAtOtherRate(order: Order, { documents, earlier, findings }: DocumentsOfOrder): Finding[] {
  const { outstanding } = order.totals ?? {};
  const isPaid = outstanding && isZero(outstanding) && settled.has(order.financialStatus);
  if (!isPaid || order.presentmentCurrency === order.currency || findings.length > 0) return [];
  const total = totalOfDocuments(order, [...earlier, ...documents]);
  const paid = sumOf(order.currency, orderPayments(order), ({ transaction, amount }) =>
    transaction.kind === 'refund' ? negate(amount) : amount,
  );
  return equals(total, paid) ? [] : [{ ...notice('paid-at-other-rate', order), ...compare(total, paid) }];
}

const failed = new Set(['failure', 'error']);

/** A refund whose money did not go, unless another try for the same refund did. */
function refundsFailed(order: Order): Finding[] {
  const refunds = order.transactions.filter(({ kind }) => kind === 'refund');
  const sameRefund = (left: OrderTransaction, right: OrderTransaction) =>
    left.refund !== undefined && left.refund === right.refund;
  return refunds
    .filter(({ succeeded, status }) => !succeeded && failed.has(status ?? ''))
    .filter((refund) => !refunds.some((other) => other.succeeded && sameRefund(refund, other)))
    .map((refund) => ({
      ...notice('refund-failed', order),
      actual: refund.amount,
      facts: { order: order.name, gateway: refund.gatewayTitle ?? refund.gateway },
    }));
}

function notice(kind: Finding['kind'], order: Order): Finding {
  return {
    kind,
    severity: 'notice',
    object: { type: 'order', id: order.id, name: order.name },
    facts: { order: order.name },
    remedy: { page: 'shopify-order', id: order.id },
  };
}
