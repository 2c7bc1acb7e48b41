import type { BalanceTransaction } from '../accounting/balance-transaction';
import type { Books } from '../accounting/books';
import type { CalendarDate } from '../accounting/calendar-date';
import { checkPayout } from '../accounting/checks';
import type { OpenItem } from '../accounting/counterpart';
import type { Currency } from '../accounting/currency';
import type { Document } from '../accounting/document';
import { blocks, type Finding } from '../accounting/finding';
import { identifyOrderTransaction } from '../accounting/identify-order-transaction';
import type { DocumentKey, OrderTransactionId } from '../accounting/ids';
import {
  matchTransaction,
  type FoundInvoice,
  type KnownOrder,
  type MatchContext,
} from '../accounting/match-transaction';
import type { Payout } from '../accounting/payout';
import type { PayoutPicture } from '../accounting/payout-picture';
import { settle, type Matched, type Settlement, type StatementLine } from '../accounting/settlement';
import { transactionFamily } from '../accounting/transaction-family';
import { takeBackKey, takeBackLine } from '../accounting/transfer-line';
import { bindingsOf } from '../database/bindings';
import { mappingsOf } from '../database/mappings';
import type { OdooClient } from '../odoo/client/odoo-client';
import type { DocumentInOdoo } from '../odoo/documents/draft-items';
import { readDocuments } from '../odoo/documents/read-documents';
import { findInvoices } from '../odoo/find-invoices';
import { findExternalIds } from '../odoo/loading/find-external-ids';
import { externalModule, type ExternalModule } from '../odoo/loading/external-names';
import { findProducts, type FoundProducts } from '../odoo/partners/find-products';
import { readLineDates } from '../odoo/settlement/read-line-dates';
import { findOrderIds } from '../shopify/read-orders';
import { bookedDays, movedDocuments, type BookedDays, type Standing } from './booked-days';
import { changedInputs } from './changed-inputs';
import { fetchOrders, type FetchedOrder } from './fetch-orders';
import { fetchPayout } from './fetch-payout';
import { shortOpenItems } from './short-open-items';
import { readShopBooks, type ShopBooks } from './read-shop-books';
import type { Progress } from './progress';
import type { ShopContext } from './shop-context';

/** All that posting a payout will do, before it does anything. Preview shows it; sync carries it out. */
export interface PayoutPlan {
  readonly payout: Payout;
  readonly source: 'api' | 'csv';
  readonly transactions: readonly BalanceTransaction[];
  readonly client: OdooClient;
  readonly module: ExternalModule;
  readonly settings: ShopBooks['settings'];
  readonly books: Books;
  readonly orders: ReadonlyMap<string, FetchedOrder>;
  /** Every document of the orders behind it. */
  readonly documents: readonly Document[];
  /** Those that stand in Odoo already. */
  readonly standing: ReadonlyMap<DocumentKey, DocumentInOdoo>;
  /** Keys of statement lines (`bt_…`, `po_…`) that stand in Odoo already. */
  readonly linesStanding: ReadonlyMap<string, number>;
  readonly products: FoundProducts;
  readonly findings: readonly Finding[];
  /** Absent where a finding blocks it. */
  readonly settlement?: Settlement;
  /** The payout failed after its transfer was posted: the line that takes it back. */
  readonly takeBack?: StatementLine;
  /** The settlement again, with the open items as they stand after the documents were posted. */
  readonly settleWith: (openItems: ReadonlyMap<DocumentKey, OpenItem>) => Settlement;
  readonly dateOfDocument: (document: Document) => CalendarDate;
}

/**
 * Fetches a payout and what stands behind it, makes it into documents and statement lines, and checks them. Writes
 * nothing to Odoo. Throws PersonNeeded where not even the books can be read.
 */
export async function planPayout(
  context: ShopContext,
  payoutId: string,
  progress: Progress,
): Promise<PayoutPlan> {
  const fetched = await fetchPayout(context, payoutId, progress);
  const client = await context.odoo();
  const mappings = await mappingsOf(context.database, context.shop.id);
  const { books, settings, problems } = await readShopBooks(
    client,
    mappings,
    fetched.payout.net.currency,
    context.shop.timeZone,
  );
  const named = await withOrderIds(context, fetched);
  const { orders, findings: orderFindings } = await fetchOrders(
    context,
    named,
    settings.documentCurrency,
    progress,
  );
  const transactions = withOrderTransactions(named, orders);
  await progress('checking', 0, 0);

  const module = externalModule(context.shop.domain);
  const documents = [...orders.values()].flatMap((order) => order.documents);
  const standing = await readDocuments(
    { client, module },
    documents.map((document) => ({ document })),
  );
  const toMake = documents.filter(({ key }) => standing.get(key)?.state !== 'posted');
  const products = await findProducts(client, skusOf(toMake));
  const found = await invoicesFor(client, transactions, orders, books.clearing.currency);
  const linesStanding = await findExternalIds(client, {
    module,
    model: 'account.bank.statement.line',
    names: [...transactions.map(({ id }) => `bt_${id}`), `po_${payoutId}`, takeBackKey(payoutId)],
    candidates: [['journal_id', '=', books.clearing.journal.id]],
  });
  const match = matchContext(books, orders, standing, found);
  const picture: PayoutPicture = {
    payout: fetched.payout,
    transactions,
    books,
    documents: toMake,
    match,
    posted: new Set(linesStanding.keys()),
  };
  const stands = await whatStands(context, client, { books, documents: standing, linesStanding });
  const days = bookedDays(stands);
  const findings = [
    ...problems,
    ...orderFindings,
    ...(await changedInputs(context, documents, transactions)),
    ...movedDocuments(documents, stands),
    ...checkPayout(picture),
    ...shortOpenItems(transactions, match, standing, linesStanding),
  ];

  const settleWith = (openItems: ReadonlyMap<DocumentKey, OpenItem>) =>
    settle(
      fetched.payout,
      days.ofTransfer(fetched.payout),
      matchedWith({ ...match, orderOf: orderOf(orders, openItems) }, transactions, days),
      books,
    );
  return {
    payout: fetched.payout,
    source: fetched.source,
    transactions,
    client,
    module,
    settings,
    books,
    orders,
    documents,
    standing,
    linesStanding,
    products,
    findings,
    ...(findings.some(blocks)
      ? {}
      : { settlement: settleWith(expectedOpenItems(documents, standing, books)) }),
    settleWith,
    ...(hasFailed(fetched.payout) && linesStanding.has(`po_${payoutId}`)
      ? { takeBack: takeBackLine(fetched.payout, days.ofTakeBack(fetched.payout), books) }
      : {}),
    dateOfDocument: days.ofDocument,
  };
}

function hasFailed({ status }: Payout): boolean {
  return status === 'failed' || status === 'canceled';
}

async function whatStands(
  { database, shop }: ShopContext,
  client: OdooClient,
  {
    linesStanding,
    ...stands
  }: Pick<Standing, 'books' | 'documents'> & { linesStanding: ReadonlyMap<string, number> },
): Promise<Standing> {
  const dates = await readLineDates(client, [...linesStanding.values()]);
  const names = [...stands.documents.keys(), ...linesStanding.keys()];
  const bindings = await bindingsOf(database, shop.id, names);
  const lineDates = new Map<string, CalendarDate>();
  for (const [key, id] of linesStanding) {
    const date = dates.get(id);
    if (date) lineDates.set(key, date);
  }
  return { ...stands, lineDates, proven: new Set(bindings.keys()) };
}

function* matchedWith(
  match: MatchContext,
  transactions: readonly BalanceTransaction[],
  days: BookedDays,
): Generator<Matched> {
  for (const transaction of transactions) {
    const result = matchTransaction(transaction, match);
    if ('finding' in result) throw new RangeError(`balance transaction ${transaction.id} has no counterpart`);
    yield { transaction, date: days.ofTransaction(transaction), counterparts: result.counterparts };
  }
}

function skusOf(documents: readonly Document[]): Set<string> {
  return new Set(documents.flatMap(({ lines }) => lines.flatMap(({ sku }) => (sku ? [sku] : []))));
}

/** An export names orders by name only; Shopify knows their numbers. */
async function withOrderIds(
  context: ShopContext,
  { source, transactions }: { source: 'api' | 'csv'; transactions: readonly BalanceTransaction[] },
): Promise<readonly BalanceTransaction[]> {
  if (source === 'api') return transactions;
  const names = new Set(transactions.flatMap(({ order }) => (order && !order.id ? [order.name] : [])));
  const ids = await findOrderIds(context.shopify, [...names]);
  return transactions.map((transaction) => {
    const id = transaction.order && ids.get(transaction.order.name);
    return id && transaction.order
      ? {
          ...transaction,
          order: { ...transaction.order, id: id as NonNullable<typeof transaction.order.id> },
        }
      : transaction;
  });
}

/** Where Shopify (or an export) does not say which payment of its order a transaction is, its amount and time do. */
function withOrderTransactions(
  transactions: readonly BalanceTransaction[],
  orders: ReadonlyMap<string, FetchedOrder>,
): BalanceTransaction[] {
  const taken = new Set<OrderTransactionId>(
    transactions.flatMap(({ orderTransaction }) => orderTransaction ?? []),
  );
  return transactions.map((transaction) => {
    const known = transaction.order?.id && orders.get(transaction.order.id);
    if (transaction.orderTransaction || !known || !isPayment(transaction)) return transaction;
    const id = identifyOrderTransaction(transaction, known.order, taken);
    if (!id) return transaction;
    taken.add(id);
    return { ...transaction, orderTransaction: id };
  });
}

function isPayment({ type }: BalanceTransaction): boolean {
  const family = transactionFamily(type);
  return family === 'charge' || family === 'refund';
}

/** For charges whose order Klopt does not know: open invoices in Odoo that carry the order's name. */
async function invoicesFor(
  client: OdooClient,
  transactions: readonly BalanceTransaction[],
  orders: ReadonlyMap<string, FetchedOrder>,
  payoutCurrency: Currency,
): Promise<ReadonlyMap<string, readonly FoundInvoice[]>> {
  const unknown = transactions.filter(
    (transaction) => isPayment(transaction) && !(transaction.order?.id && orders.has(transaction.order.id)),
  );
  const names = new Set(unknown.flatMap(({ order }) => (order ? [order.name] : [])));
  return names.size > 0 ? findInvoices(client, names, payoutCurrency) : new Map<string, FoundInvoice[]>();
}

function matchContext(
  books: Books,
  orders: ReadonlyMap<string, FetchedOrder>,
  standing: ReadonlyMap<DocumentKey, DocumentInOdoo>,
  found: ReadonlyMap<string, readonly FoundInvoice[]>,
): MatchContext {
  const documents = [...orders.values()].flatMap((order) => order.documents);
  return {
    books,
    orderOf: orderOf(orders, expectedOpenItems(documents, standing, books)),
    foundInvoices: ({ order }) => (order ? (found.get(order.name) ?? []) : []),
    orderIsMissing: ({ order }) => order?.id !== undefined && !orders.has(order.id),
  };
}

function orderOf(
  orders: ReadonlyMap<string, FetchedOrder>,
  openItems: ReadonlyMap<DocumentKey, OpenItem>,
): MatchContext['orderOf'] {
  return ({ order }): KnownOrder | undefined => {
    const fetched = order?.id ? orders.get(order.id) : undefined;
    return fetched && { ...fetched, openItems };
  };
}

/** The open items that the documents have, or will have once they are posted. */
function expectedOpenItems(
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
