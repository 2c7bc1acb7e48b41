import type { BalanceTransaction } from '../accounting/balance-transaction';
import type { Books } from '../accounting/books';
import type { CalendarDate } from '../accounting/calendar-date';
import { checkPayout } from '../accounting/checks';
import type { OpenItem } from '../accounting/counterpart';
import type { Document } from '../accounting/document';
import { blocks, type Finding } from '../accounting/finding';
import type { DocumentKey } from '../accounting/ids';
import { matchTransaction, settlesOnlyEarlier, type MatchContext } from '../accounting/match-transaction';
import type { Payout } from '../accounting/payout';
import type { PayoutPicture } from '../accounting/payout-picture';
import { settle, type Matched, type Settlement } from '../accounting/settlement';
import type { StatementLine } from '../accounting/statement-line';
import { takeBackKey, takeBackLine } from '../accounting/transfer-line';
import type { DayRecord } from '../database/day-documents';
import { mappingsOf } from '../database/mappings';
import type { OdooClient } from '../odoo/client/odoo-client';
import { missingRights } from '../odoo/client/missing-rights';
import type { DocumentInOdoo } from '../odoo/documents/draft-items';
import { findExternalIds } from '../odoo/loading/find-external-ids';
import { externalModule, type ExternalModule } from '../odoo/loading/external-names';
import { matchProducts, type MatchedProducts } from '../odoo/products/match-products';
import { bookedDays, movedDocuments, type BookedDays } from './booked-days';
import { changedInputs, inputOfDocument, inputOfTransaction } from './changed-inputs';
import { documentWork, type DocumentWork } from './draft-documents';
import { fetchOrders, type FetchedOrder } from './fetch-orders';
import { findingOfError } from './finding-of-error';
import { fetchPayout } from './fetch-payout';
import { daysOpen } from './days-open';
import { daysOfPlan } from './days-of-plan';
import { findDays } from './find-days';
import { standingCounterparts } from './standing-counterparts';
import { withFeeVats, withOrderIds, withOrderTransactions } from './identify-payments';
import { expectedOpenItems, invoicesFor, matchContext, orderOf } from './match-context';
import { shortOpenItems } from './short-open-items';
import { standingDocuments } from './standing-documents';
import { whatStands } from './what-stands';
import { daysThatHold } from './orders/days-that-hold';
import { orderSettings } from './order-settings';
import { itemsOfPayments, paymentsOfPayout, type PaymentsOfPayout } from './payments-of-payout';
import { readShopBooks } from './read-shop-books';
import type { Progress } from './progress';
import type { ShopContext } from './shop-context';
import { todayIn } from './today-in';

/** All that posting a payout will do, before it does anything. Preview shows it; sync carries it out. */
export interface PayoutPlan {
  readonly payout: Payout;
  readonly source: 'api' | 'csv';
  readonly transactions: readonly BalanceTransaction[];
  readonly client: OdooClient;
  readonly module: ExternalModule;
  /** How its documents are made. */
  readonly work: DocumentWork;
  readonly books: Books;
  readonly orders: ReadonlyMap<string, FetchedOrder>;
  /** Every document of the orders behind it. */
  readonly documents: readonly Document[];
  /** The days' documents that some of them are in. */
  readonly days: ReadonlyMap<string, DayRecord>;
  /** Those that go into the document of their day, which is not made yet. */
  readonly forDay: readonly Document[];
  /** What those wait for: the documents of days that are over, as posting makes them. */
  readonly dayDocuments: readonly Document[];
  /** Those that stand in Odoo already: by themselves, or in the document of their day. */
  readonly standing: ReadonlyMap<DocumentKey, DocumentInOdoo>;
  /** Keys of statement lines (`bt_…`, `po_…`) that stand in Odoo already. */
  readonly linesStanding: ReadonlyMap<string, number>;
  readonly products: MatchedProducts;
  readonly payments: PaymentsOfPayout;
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
  await progress('books', 0, 0);
  const client = await context.odoo();
  const mappings = await mappingsOf(context.database, context.shop.id);
  const { books, problems } = await readShopBooks(
    client,
    mappings,
    fetched.payout.net.currency,
    context.shop.timeZone,
  );
  const named = await withOrderIds(context, fetched);
  const { timeZone } = context.shop;
  const settings = orderSettings(mappings, timeZone);
  const { orders, findings: orderFindings } = await fetchOrders(context, named, settings, progress);
  const { transactions, findings: feeFindings } = withFeeVats(withOrderTransactions(named, orders), orders);
  await progress('checking', 0, 0);

  const module = externalModule(context.shop.domain);
  const documents = [...orders.values()].flatMap((order) => order.documents);
  await findDays(context, client, module);
  const inDays = await daysThatHold(
    context,
    documents.map(({ key }) => key),
    settings.per,
  );
  const standing = await standingDocuments({ client, module }, documents, inDays);
  const toMake = documents.filter(({ key }) => standing.get(key)?.state !== 'posted');
  const forDay = toMake.filter(({ key }) => settings.per === 'day' || inDays.has(key));
  const dayDocuments = await daysOfPlan(context, { forDay, orders, days: inDays });
  const waitsForDay = new Set(forDay.map(({ key }) => key));
  const ownOrDay = [...dayDocuments, ...toMake.filter(({ key }) => !waitsForDay.has(key))];
  const work = documentWork(client, books, mappings, context.shop);
  const products = await matchProducts(client, work.products, ownOrDay);
  const payments = await paymentsOfPayout({ client, module }, mappings, transactions, orders, timeZone);
  const found = await invoicesFor(client, transactions, orders, books.clearing.currency);
  const linesStanding = await findExternalIds(client, {
    module,
    model: 'account.bank.statement.line',
    names: [...transactions.map(({ id }) => `bt_${id}`), `po_${payoutId}`, takeBackKey(payoutId)],
    candidates: [['journal_id', '=', books.clearing.journal.id]],
  });
  const receivables = new Set([
    books.receivable.id,
    ...[...standing.values()].flatMap(({ items }) =>
      items.flatMap(({ kind, account }) => (kind === 'receivable' ? account.id : [])),
    ),
  ]);
  const posted = await standingCounterparts(client, transactions, linesStanding, (transaction, accountId) => {
    const known = transaction.order?.id ? orders.get(transaction.order.id) : undefined;
    return Boolean(known && !settlesOnlyEarlier(transaction, known)) && receivables.has(accountId);
  });
  const match = {
    ...matchContext(books, orders, standing, found, itemsOfPayments(payments)),
    standing: ({ id }: BalanceTransaction) => posted.get(id),
  };
  const picture: PayoutPicture = {
    payout: fetched.payout,
    transactions,
    books,
    documents: ownOrDay,
    match,
    posted: new Set(linesStanding.keys()),
  };
  const stands = await whatStands(context, client, { books, documents: standing, linesStanding });
  const days = bookedDays(stands);
  const rights = (await missingRights(client)).flatMap((error) => findingOfError(error) ?? []);
  const findings = [
    ...rights,
    ...problems,
    ...orderFindings,
    ...feeFindings,
    ...[...products.problems.values()].flat(),
    // What somebody took back in Odoo is made anew, from what Shopify says now.
    ...changedInputs(
      [
        ...documents.filter(({ key }) => standing.get(key)?.state === 'posted').map(inputOfDocument),
        ...transactions.filter(({ id }) => linesStanding.has(`bt_${id}`)).map(inputOfTransaction),
      ],
      stands.proven,
    ),
    ...daysOpen(forDay, timeZone, todayIn(context)),
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
    work,
    books,
    orders,
    documents,
    days: inDays,
    forDay,
    dayDocuments,
    standing,
    linesStanding,
    products,
    payments,
    findings,
    ...(findings.some(blocks)
      ? {}
      : {
          settlement: settleWith(
            new Map([...expectedOpenItems(documents, standing, books), ...itemsOfPayments(payments)]),
          ),
        }),
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
