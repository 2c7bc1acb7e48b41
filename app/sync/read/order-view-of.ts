import { checkOrder, totalOfDocuments } from '../../accounting/check-order';
import type { Document } from '../../accounting/document';
import type { DocumentsOfOrder } from '../../accounting/documents-of-order';
import type { DocumentKey } from '../../accounting/ids';
import { add, equals, subtract } from '../../accounting/money';
import type { Agreement, Order, OrderTransaction } from '../../accounting/order';
import { paymentKey } from '../../accounting/payment-entry';
import { taxTotals } from '../../accounting/tax-totals';
import { moneyView } from '../../views/money-view';
import type { OrderDocumentView, OrderPaymentView, OrderView } from '../../views/order-view';
import type { OdooLink } from '../../views/payout-view';

/** What is known of an order's documents and payments, and where they stand. */
export interface OrderKnown {
  readonly order: Order;
  readonly made: DocumentsOfOrder;
  /** Our records in Odoo by their external names (`agreement_…`, `payment_…`). */
  readonly links: ReadonlyMap<string, OdooLink>;
  /** The payouts' transactions by the order transaction that they settle. */
  readonly paidOut: ReadonlyMap<string, { readonly payout: string | null; readonly line: OdooLink | null }>;
  /** Gateways that the merchant does not have registered. */
  readonly notRegistered: ReadonlySet<string>;
}

type Shown = Pick<OrderView, 'documentList' | 'payments' | 'check' | 'poNumber' | 'paymentTerms'>;

/** An order as its page shows it: what Shopify's ledger calls for, beside what stands in Odoo. */
export function orderViewOf(known: OrderKnown): Shown {
  const { order, made } = known;
  const agreements = new Map(order.agreements.map((agreement) => [agreement.id, agreement]));
  const before = new Set(made.earlier.map(({ key }) => key));
  const all = [...made.earlier, ...made.documents];
  return {
    poNumber: order.poNumber ?? null,
    paymentTerms: order.paymentTerms?.name ?? null,
    documentList: all.map((document) =>
      documentView(
        document,
        agreements.get(document.agreement),
        before,
        known.links.get(document.key) ?? null,
      ),
    ),
    payments: order.transactions.map((transaction) => paymentView(transaction, known)),
    check: checkOf(order, made, all),
  };
}

/** Of an order that cannot be read, and of one that Klopt never read whole. */
export const nothingKnown: Shown = {
  documentList: [],
  payments: [],
  check: null,
  poNumber: null,
  paymentTerms: null,
};

function documentView(
  document: Document,
  agreement: Agreement | undefined,
  before: ReadonlySet<DocumentKey>,
  odoo: OdooLink | null,
): OrderDocumentView {
  return {
    reference: document.reference,
    kind: document.kind,
    agreement: agreement?.kind ?? 'unknown',
    happenedAt: document.happenedAt,
    untaxed: moneyView(document.untaxed),
    tax: moneyView(document.tax),
    total: moneyView(document.total),
    taxes: [...taxTotals(document.lines)].map(([key, { base, amount }]) => ({
      key,
      base: moneyView(base),
      amount: moneyView(amount),
    })),
    lines: document.lines.map((line) => ({
      label: line.label,
      sku: line.sku ?? null,
      quantity: line.quantity.toString(),
      untaxed: moneyView(line.untaxed),
      total: moneyView(line.total),
    })),
    odoo,
    earlier: before.has(document.key),
  };
}

const moving = new Set<OrderTransaction['kind']>(['sale', 'capture', 'refund']);

function paymentView(
  transaction: OrderTransaction,
  { links, paidOut, notRegistered }: OrderKnown,
): OrderPaymentView {
  const { rounding } = transaction;
  const settled = paidOut.get(transaction.id);
  const registered = links.get(paymentKey(transaction.id));
  const way: OrderPaymentView['way'] =
    !transaction.succeeded || !moving.has(transaction.kind)
      ? 'moves-nothing'
      : settled || transaction.gateway === 'shopify_payments'
        ? 'payout'
        : registered
          ? 'registered'
          : notRegistered.has(transaction.gateway)
            ? 'not-registered'
            : 'waits';
  return {
    id: transaction.id,
    kind: transaction.kind,
    status: transaction.status ?? (transaction.succeeded ? 'success' : 'failure'),
    gateway: transaction.gateway,
    gatewayTitle: transaction.gatewayTitle ?? transaction.gateway,
    processedAt: transaction.processedAt,
    amount: moneyView(rounding ? add(transaction.amount, rounding) : transaction.amount),
    rounding: rounding ? moneyView(rounding) : null,
    way,
    odoo: settled?.line ?? registered ?? null,
    payout: settled?.payout ?? null,
  };
}

/**
 * Σ of the documents, credit notes negative, beside what Shopify says the order is worth now. Some of Shopify's totals
 * leave out what was given back beyond the lines: then it is named beside them.
 */
function checkOf(order: Order, made: DocumentsOfOrder, all: readonly Document[]): OrderView['check'] {
  const shopify = order.totals?.current;
  if (!shopify) return null;
  const documents = totalOfDocuments(order, all);
  const same = equals(documents, shopify);
  const holds =
    same ||
    (made.findings.length === 0 &&
      !checkOrder(order, made, false).some(({ kind }) => kind === 'order-total-differs'));
  return {
    documents: moneyView(documents),
    adjustments: holds && !same ? moneyView(subtract(documents, shopify)) : null,
    shopify: moneyView(shopify),
    holds,
  };
}
