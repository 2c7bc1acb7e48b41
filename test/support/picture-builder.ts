import type { BalanceTransaction } from '../../app/accounting/balance-transaction';
import type { Books } from '../../app/accounting/books';
import type { OpenItem } from '../../app/accounting/counterpart';
import type { CalendarDate } from '../../app/accounting/calendar-date';
import { plainSettings } from '../../app/accounting/document-settings';
import { documentsOfOrder } from '../../app/accounting/documents-of-order';
import type { Document } from '../../app/accounting/document';
import type { DocumentKey } from '../../app/accounting/ids';
import type { FoundInvoice } from '../../app/accounting/match-found-invoice';
import type { KnownOrder, MatchContext } from '../../app/accounting/match-transaction';
import type { Order } from '../../app/accounting/order';
import { pairPayments } from '../../app/accounting/pair-payments';
import type { Payout } from '../../app/accounting/payout';
import type { PayoutPicture } from '../../app/accounting/payout-picture';
import { sum, toDecimal } from '../../app/accounting/money';
import { accounts, someBooks } from './books-builder';
import { aPayout } from './payout-builder';

/** An order with its documents, their receivable items and which payment settles which. */
export function knownOrder(
  order: Order,
  openItems = new Map<DocumentKey, OpenItem>(),
  since?: CalendarDate,
): KnownOrder & { documents: readonly Document[] } {
  const settings = since === undefined ? plainSettings : { ...plainSettings, since };
  const { documents, earlier } = documentsOfOrder(order, settings);
  for (const { key, reference } of documents) {
    openItems.set(key, { key, document: key, account: accounts.receivable, name: reference });
  }
  const pairings = pairPayments(order, [...earlier, ...documents]);
  return { order, documents, pairings, openItems, earlier: new Set(earlier.map(({ key }) => key)) };
}

export interface PictureParts {
  /** Absent: a paid payout of exactly Σ net. */
  readonly payout?: Payout;
  readonly transactions: readonly BalanceTransaction[];
  readonly orders?: readonly Order[];
  /** Klopt's start date (UTC); what came before is in the books by other means. */
  readonly since?: CalendarDate;
  readonly books?: Books;
  /** What Odoo holds for an order's name. */
  readonly found?: Readonly<Record<string, readonly FoundInvoice[]>>;
  readonly missingOrders?: readonly string[];
}

/** All that is known of a payout before anything is posted, from its transactions and the orders behind them. */
export function pictureOf(parts: PictureParts): PayoutPicture {
  const books = parts.books ?? someBooks();
  const openItems = new Map<DocumentKey, OpenItem>();
  const known = new Map(
    (parts.orders ?? []).map((order) => [order.name, knownOrder(order, openItems, parts.since)]),
  );
  return {
    payout: parts.payout ?? payoutOf(parts.transactions),
    transactions: parts.transactions,
    books,
    documents: [...known.values()].flatMap(({ documents }) => documents),
    match: matching(books, known, parts),
  };
}

function matching(
  books: Books,
  known: ReadonlyMap<string, KnownOrder>,
  { found = {}, missingOrders = [] }: Pick<PictureParts, 'found' | 'missingOrders'>,
): MatchContext {
  return {
    books,
    orderOf: ({ order }) => (order ? known.get(order.name) : undefined),
    foundInvoices: ({ order }) => (order && found[order.name]) ?? [],
    orderIsMissing: ({ order }) => order !== undefined && missingOrders.includes(order.name),
  };
}

/** A paid payout of exactly what its transactions leave. */
export function payoutOf(transactions: readonly BalanceTransaction[]): Payout {
  const code = transactions[0]?.net.currency ?? aPayout('0').net.currency;
  const own = transactions.filter(({ net }) => net.currency === code);
  return aPayout(
    toDecimal(
      sum(
        code,
        own.map(({ net }) => net),
      ),
    ),
    { currency: code },
  );
}
