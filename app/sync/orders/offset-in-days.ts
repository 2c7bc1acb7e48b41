import type { OpenItem } from '../../accounting/counterpart';
import { dateIn } from '../../accounting/calendar-date';
import type { Document } from '../../accounting/document';
import { orderTransactionId, type DocumentKey } from '../../accounting/ids';
import { firstOpenDay, lockOn } from '../../accounting/lock-dates';
import { isZero, sumOf, zero, type Money } from '../../accounting/money';
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

/**
 * Offsets what nobody paid where it is in documents of days. Those are open for many orders, so that reconciling the two
 * would take what others still pay: an entry of the very amount stands between, from the credit note's open item to the
 * invoices'. It is registered as a payment is, exactly once. What a person reconciled otherwise is left alone.
 */
export async function offsetInDays(
  { client, module, books }: Pick<DocumentWork, 'client' | 'module' | 'books'>,
  wanted: readonly DayOffset[],
  items: ReadonlyMap<DocumentKey, OpenItem>,
): Promise<ReadonlyMap<string, PostedPayment>> {
  const journal = wanted.length > 0 ? await readGeneralJournal(client) : undefined;
  if (!journal) return new Map();
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
  const left = new Map([...open].map(([id, item]) => [id, leftOf(item)]));
  const toLoad = wanted.flatMap(({ creditNote, offsets }): PaymentToLoad[] => {
    const { currency } = creditNote;
    const amount = sumOf(currency, offsets, (one) => one.amount);
    const given = items.get(creditNote.key);
    const item = open.get(given?.itemId ?? 0);
    const takes = [
      { id: idOf(creditNote.key), sign: -1n, amount },
      ...offsets.map((one) => ({ id: idOf(one.invoice), sign: 1n, amount: one.amount })),
    ];
    const fits = takes.every(
      ({ id, sign, amount: { minor } }) => sign * (left.get(id)?.minor ?? 0n) >= minor,
    );
    if (!given || !item || isZero(amount)) return [];
    if (!known.has(offsetKey(creditNote.key))) {
      if (!fits) return [];
      for (const { id, sign, amount: taken } of takes) {
        left.set(id, { currency, minor: (left.get(id)?.minor ?? 0n) - sign * taken.minor });
      }
    }
    const day = dateIn(creditNote.happenedAt, books.timeZone);
    const lock = lockOn(day, 'statement line', books.lockDates);
    return [
      {
        payment: {
          key: offsetKey(creditNote.key),
          order: creditNote.order,
          transaction: orderTransactionId(''),
          gateway: '',
          gatewayTitle: given.name,
          happenedAt: creditNote.happenedAt,
          direction: 'in',
          money: amount,
          rounding: zero(currency),
          shares: offsets.map((one) => ({ document: one.invoice, amount: one.amount })),
          open: zero(currency),
        },
        target: { journal, account: item.account, asStatementLine: false },
        partnerId: item.partnerId ?? 0,
        // On one account against itself: it changes no figure of a closed period, in whichever day it stands.
        date: lock ? firstOpenDay(lock) : day,
        items,
        receivable: books.receivable,
      },
    ];
  });
  const { posted } = await loadPayments({ client, module, known, open }, toLoad);
  await reconcileWithCreditNotes(client, wanted, posted, idOf);
  return posted;
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
    stars.set(id, [...(stars.get(id) ?? []), made.money.itemId]);
  }
  for (const [centre, others] of stars) await reconcileStar(client, centre, others);
}

/** Debit positive; nothing of what cannot be settled. */
function leftOf({ posted, reconciled, residual }: OpenItemInOdoo): Money {
  return posted && !reconciled ? residual : zero(residual.currency);
}
