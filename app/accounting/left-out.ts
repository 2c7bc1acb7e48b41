import type { DocumentsOfOrder } from './documents-of-order';
import type { FinancialStatus, Order } from './order';
import { orderPayments } from './order-payments';

/** Why nothing of an order is brought to the books now. */
export type LeftOut =
  | {
      readonly for: 'good';
      readonly reason: 'test' | 'before-start' | 'cancelled-unpaid' | 'nothing-sold' | 'status';
    }
  /** Until its financial status is one that the merchant chose. */
  | { readonly for: 'now'; readonly reason: 'status' };

/** Statuses that an unpaid order keeps. */
const ended = new Set<FinancialStatus>(['voided', 'expired']);

/**
 * Whether an order is for the books at all. One of which a document `stands` is: what happens to it later is booked
 * whatever its status. With payment terms it is invoiced before it is paid; that is what terms are for.
 */
export function leftOut(
  order: Order,
  made: Pick<DocumentsOfOrder, 'documents' | 'earlier' | 'findings'>,
  statuses: ReadonlySet<FinancialStatus>,
  stands: boolean,
): LeftOut | undefined {
  if (order.test) return { for: 'good', reason: 'test' };
  if (stands) return undefined;
  if (made.documents.length === 0 && made.findings.length === 0) {
    return { for: 'good', reason: made.earlier.length > 0 ? 'before-start' : 'nothing-sold' };
  }
  // A refund of an order from before the start date belongs to the books, whatever the order's status is now.
  if (made.earlier.length > 0) return undefined;
  const unpaid = orderPayments(order).length === 0;
  if (order.cancelledAt && unpaid && !isFree(order)) return { for: 'good', reason: 'cancelled-unpaid' };
  const status = order.financialStatus ?? 'pending';
  if (statuses.has(status) || (order.paymentTerms && !ended.has(status))) return undefined;
  return { for: ended.has(status) ? 'good' : 'now', reason: 'status' };
}

/** An order of nothing is paid without a payment. */
function isFree({ totals }: Order): boolean {
  return totals?.original?.minor === 0n;
}
