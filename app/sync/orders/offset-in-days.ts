import type { DocumentBooks, Journal } from '../../accounting/books';
import type { OpenItem } from '../../accounting/counterpart';
import { dateIn } from '../../accounting/calendar-date';
import type { Document } from '../../accounting/document';
import type { Finding } from '../../accounting/finding';
import { orderTransactionId, type DocumentKey } from '../../accounting/ids';
import { firstOpenDay, lockOn } from '../../accounting/lock-dates';
import { negate, sumOf, zero, type Money } from '../../accounting/money';
import type { Offset } from '../../accounting/offsets-of-order';
import { readGeneralJournal } from '../../odoo/books/read-general-journal';
import { findPayments } from '../../odoo/payments/find-payments';
import { loadPayments, type PostedPayment } from '../../odoo/payments/load-payments';
import type { PaymentToLoad } from '../../odoo/payments/payment-to-load';
import { readOpenItems, type OpenItemInOdoo } from '../../odoo/settlement/read-open-items';
import { reconcileStar } from '../../odoo/settlement/reconcile-star';
import type { DocumentWork } from '../draft-documents';

/** What a credit note takes back that nobody paid, of one order or more documents of it. */
export interface DayOffset {
  readonly creditNote: Document;
  /** Of the same credit note, all of them. */
  readonly offsets: readonly Offset[];
}

/** The external id of the entry that offsets a credit note's agreement. */
export const offsetKey = (creditNote: DocumentKey) => `offset_${creditNote}`;

export interface OffsetsMade {
  /** By the entry's key. */
  readonly posted: ReadonlyMap<string, PostedPayment>;
  /** What kept one from being made, by order: notices, for all else of the order stands. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
}

/**
 * Offsets what nobody paid where it is in documents of days. Those are open for many orders, so that reconciling the two
 * would take what others still pay: an entry of the very amount stands between, from the credit note's open item to the
 * invoices'. It is registered as a payment is, exactly once. What a person reconciled otherwise is left alone.
 */
export async function offsetInDays(
  { client, module, books }: Pick<DocumentWork, 'client' | 'module' | 'books'>,
  wanted: readonly DayOffset[],
  items: ReadonlyMap<DocumentKey, OpenItem>,
): Promise<OffsetsMade> {
  const journal = wanted.length > 0 ? await readGeneralJournal(client) : undefined;
  if (!journal) return { posted: new Map(), findings: new Map() };
  const idOf = (key: DocumentKey) => items.get(key)?.itemId ?? 0;
  const dates = wanted.map(({ creditNote }) => dateIn(creditNote.happenedAt, books.timeZone));
  const first = dates.reduce((left, right) => (left < right ? left : right));
  const keys = wanted.map(({ creditNote }) => offsetKey(creditNote.key));
  const known = await findPayments({ client, module }, keys, first);
  const open = await readOpenItems(
    client,
    wanted.flatMap(({ creditNote, offsets }) =>
      [creditNote.key, ...offsets.map(({ invoice }) => invoice)].map(idOf).filter(Boolean),
    ),
  );
  const take = takingFrom(open);
  const possible = wanted.filter(
    ({ creditNote, offsets }) =>
      known.has(offsetKey(creditNote.key)) ||
      take([
        { id: idOf(creditNote.key), amount: negate(amountOf(creditNote, offsets)) },
        ...offsets.map(({ invoice, amount }) => ({ id: idOf(invoice), amount })),
      ]),
  );
  const toLoad = possible.flatMap((offset) => {
    const item = open.get(idOf(offset.creditNote.key));
    return item ? [entryOf(offset, { item, journal, books, items })] : [];
  });
  const { posted, findings } = await loadPayments({ client, module, known, open }, toLoad);
  await reconcileWithCreditNotes(client, possible, posted, idOf);
  const byOrder = toLoad.flatMap(({ payment: { key, order } }) => {
    const found = findings.get(key)?.map((one): Finding => ({ ...one, severity: 'notice' }));
    return found ? [[order.id, found] as const] : [];
  });
  return { posted, findings: new Map(byOrder) };
}

const amountOf = ({ currency }: Document, offsets: readonly Offset[]) =>
  sumOf(currency, offsets, ({ amount }) => amount);

/** Answers whether all of some amounts (debit positive) are open, and takes them then: the next find less. */
function takingFrom(open: ReadonlyMap<number, OpenItemInOdoo>) {
  const left = new Map(
    [...open].map(([id, { posted, reconciled, residual }]) => [
      id,
      posted && !reconciled ? residual.minor : 0n,
    ]),
  );
  return (takes: readonly { readonly id: number; readonly amount: Money }[]): boolean => {
    const fits = takes.every(({ id, amount: { minor } }) => {
      const there = left.get(id) ?? 0n;
      return minor > 0n ? there >= minor : minor < 0n && there <= minor;
    });
    if (fits) for (const { id, amount } of takes) left.set(id, (left.get(id) ?? 0n) - amount.minor);
    return fits;
  };
}

interface EntryPlace {
  /** The credit note's open item. */
  readonly item: OpenItemInOdoo;
  readonly journal: Journal;
  readonly books: DocumentBooks;
  readonly items: ReadonlyMap<DocumentKey, OpenItem>;
}

/** A payment of the invoices, whose money is what the credit note gives. */
function entryOf(
  { creditNote, offsets }: DayOffset,
  { item, journal, books, items }: EntryPlace,
): PaymentToLoad {
  const { key, order, currency, happenedAt } = creditNote;
  const day = dateIn(happenedAt, books.timeZone);
  const lock = lockOn(day, 'statement line', books.lockDates);
  return {
    payment: {
      key: offsetKey(key),
      order,
      transaction: orderTransactionId(''),
      gateway: '',
      gatewayTitle: items.get(key)?.name ?? '',
      happenedAt,
      direction: 'in',
      money: amountOf(creditNote, offsets),
      rounding: zero(currency),
      shares: offsets.map(({ invoice, amount }) => ({ document: invoice, amount })),
      open: zero(currency),
    },
    target: { journal, account: item.account, asStatementLine: false },
    partnerId: item.partnerId ?? 0,
    // On one account against itself: it changes no figure of a closed period, in whichever day it stands.
    date: lock ? firstOpenDay(lock) : day,
    items,
    receivable: books.receivable,
  };
}

/** The side of an entry that is a payment's money is the credit note's here. */
async function reconcileWithCreditNotes(
  client: DocumentWork['client'],
  wanted: readonly DayOffset[],
  posted: ReadonlyMap<string, PostedPayment>,
  idOf: (key: DocumentKey) => number,
): Promise<void> {
  const stars = new Map<number, number[]>();
  for (const { creditNote } of wanted) {
    const made = posted.get(offsetKey(creditNote.key));
    if (!made || made.money.reconciled) continue;
    const id = idOf(creditNote.key);
    const star = stars.get(id);
    if (star) star.push(made.money.itemId);
    else stars.set(id, [made.money.itemId]);
  }
  for (const [centre, others] of stars) await reconcileStar(client, centre, others);
}
