import type { BalanceTransaction } from '../accounting/balance-transaction';
import type { Books } from '../accounting/books';
import type { OpenItem } from '../accounting/counterpart';
import type { Currency } from '../accounting/currency';
import type { Document } from '../accounting/document';
import { documentKey, type DocumentKey } from '../accounting/ids';
import { paymentKey } from '../accounting/payment-entry';
import type { FoundInvoice } from '../accounting/match-found-invoice';
import { settlesOnlyEarlier, type KnownOrder, type MatchContext } from '../accounting/match-transaction';
import { isOrderPayment } from '../accounting/transaction-family';
import type { OdooClient } from '../odoo/client/odoo-client';
import type { DocumentInOdoo } from '../odoo/documents/draft-items';
import { findInvoices } from '../odoo/find-invoices';
import type { FetchedOrder } from './fetch-orders';

/**
 * For charges whose order Klopt does not know, or that pay only what is of before its start date: open invoices in Odoo
 * that carry the order's name.
 */
export async function invoicesFor(
  client: OdooClient,
  transactions: readonly BalanceTransaction[],
  orders: ReadonlyMap<string, FetchedOrder>,
  payoutCurrency: Currency,
): Promise<ReadonlyMap<string, readonly FoundInvoice[]>> {
  const unknown = transactions.filter((transaction) => {
    const known = transaction.order?.id ? orders.get(transaction.order.id) : undefined;
    return isOrderPayment(transaction) && (!known || settlesOnlyEarlier(transaction, known));
  });
  const names = new Set(unknown.flatMap(({ order }) => (order ? [order.name] : [])));
  return names.size > 0 ? findInvoices(client, names, payoutCurrency) : new Map<string, FoundInvoice[]>();
}

/** What a transaction of the payout may be matched with. */
export function matchContext(
  books: Books,
  orders: ReadonlyMap<string, FetchedOrder>,
  standing: ReadonlyMap<DocumentKey, DocumentInOdoo>,
  found: ReadonlyMap<string, readonly FoundInvoice[]>,
  payments: ReadonlyMap<DocumentKey, OpenItem>,
): MatchContext {
  const documents = [...orders.values()].flatMap((order) => order.documents);
  return {
    books,
    orderOf: orderOf(orders, new Map([...expectedOpenItems(documents, standing, books), ...payments])),
    foundInvoices: ({ order }) => (order ? (found.get(order.name) ?? []) : []),
    orderIsMissing: ({ order }) => order?.id !== undefined && !orders.has(order.id),
  };
}

export function orderOf(
  orders: ReadonlyMap<string, FetchedOrder>,
  openItems: ReadonlyMap<DocumentKey, OpenItem>,
): MatchContext['orderOf'] {
  return ({ order }): KnownOrder | undefined => {
    const fetched = order?.id ? orders.get(order.id) : undefined;
    return (
      fetched && {
        ...fetched,
        openItems,
        payment: (transaction) => openItems.get(documentKey(paymentKey(transaction))),
      }
    );
  };
}

/** The open items that the documents have, or will have once they are posted. */
export function expectedOpenItems(
  documents: readonly Document[],
  standing: ReadonlyMap<DocumentKey, DocumentInOdoo>,
  books: Books,
): Map<DocumentKey, OpenItem> {
  return new Map(
    documents.map((document) => {
      const inOdoo = standing.get(document.key);
      const item = inOdoo?.items.find(({ kind }) => kind === 'receivable');
      const open: OpenItem = {
        key: document.key,
        document: document.key,
        account: item?.account ?? books.receivable,
        name: inOdoo?.state === 'posted' ? inOdoo.number : document.reference,
        ...(item ? { itemId: item.id } : {}),
      };
      return [document.key, open];
    }),
  );
}
