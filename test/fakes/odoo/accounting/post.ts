import type { Odoo } from '../odoo';
import { userError } from '../odoo-error';
import { link, type Row, text } from '../row';
import { isInvoice, isSale, ITEM, itemsOf, MOVE, spreadToItems } from './columns';
import { refreshResidual } from './items';
import { isLocked, openDate } from './lock-dates';
import { nextName, ownName } from './numbering';
import { reconcileMarked, unreconcile } from './reconcile';
import { syncReceivable } from './sync-invoice';
import { syncTotals } from './sync-totals';

export function post(odoo: Odoo, ids: readonly number[]): void {
  const moves = odoo.rows(MOVE, ids);
  for (const move of moves) refuseUnready(odoo, move);
  const posted: Row[] = [];
  // Entries posted together are numbered by date and reference, whatever order they were named in.
  const key = (move: Row) => `${text(move, 'date')} ${text(move, 'ref')}`;
  for (const move of [...moves].sort((a, b) =>
    key(a) === key(b) ? a.id - b.id : key(a) < key(b) ? -1 : 1,
  )) {
    if (isInvoice(move) && !text(move, 'invoice_date')) {
      odoo.table(MOVE).patch(move.id, { invoice_date: odoo.today(), date: odoo.today() });
      syncReceivable(odoo, move.id);
    }
    odoo.table(MOVE).patch(move.id, { date: openDate(odoo, move) });
    odoo.table(MOVE).patch(move.id, {
      name: ownName(move) || nextName(odoo, move),
      state: 'posted',
      posted_before: true,
    });
    spreadToItems(odoo, move.id);
    if (isSale(move)) nameReceivable(odoo, move);
    for (const item of itemsOf(odoo, move.id)) {
      refreshResidual(odoo, item.id);
      posted.push(item);
    }
    syncTotals(odoo, move.id);
  }
  reconcileMarked(odoo, posted);
}

/** The receivable carries the payment reference, which is the document's number; 19 puts its reference before it. */
export function nameReceivable(odoo: Odoo, move: Row): void {
  const reference = text(move, 'payment_reference') || text(move, 'name');
  odoo.table(MOVE).patch(move.id, { payment_reference: reference });
  const ref = text(move, 'ref');
  const name = odoo.version === 19 && ref ? `${ref} - ${reference}` : reference;
  for (const item of itemsOf(odoo, move.id)) {
    if (text(item, 'display_type') === 'payment_term') odoo.table(ITEM).patch(item.id, { name });
  }
}

function refuseUnready(odoo: Odoo, move: Row): void {
  if (text(move, 'state') !== 'draft') {
    throw userError(`The entry ${text(move, 'name')} (id ${move.id}) must be in draft.`);
  }
  const items = itemsOf(odoo, move.id);
  if (!items.some((item) => !text(item, 'display_type').startsWith('line_'))) {
    throw userError(
      odoo.version === 17 ? 'You need to add a line before posting.' : "Even magicians can't post nothing!",
    );
  }
  if (!isInvoice(move)) return;
  if (link(move, 'partner_id') === null) {
    const who = text(move, 'move_type').startsWith('out_') ? 'Customer' : 'Vendor';
    const document = who === 'Customer' ? 'Customer Invoice' : 'Vendor Bill';
    throw userError(
      odoo.version === 17
        ? `The field '${who}' is required, please complete it to validate the ${document}.`
        : `The '${who}' field is required to validate the invoice.
You probably don't want to explain to your auditor that you invoiced an invisible man :)`,
    );
  }
  const total = move.amount_total;
  if (typeof total === 'bigint' && total < 0n) {
    throw userError(
      'You cannot validate an invoice with a negative total amount. You should create a credit note instead. Use the action menu to transform it into a credit note or refund.',
    );
  }
}

export function backToDraft(odoo: Odoo, ids: readonly number[]): void {
  for (const move of odoo.rows(MOVE, ids)) {
    if (!['posted', 'cancel'].includes(text(move, 'state'))) {
      throw userError('Only posted/cancelled journal entries can be reset to draft.');
    }
    if (text(move, 'state') === 'posted' && isLocked(odoo, move)) {
      throw userError(
        `You cannot add/modify entries prior to and inclusive of: ${text(odoo.company(), 'fiscalyear_lock_date') || odoo.faults.lockDate || 'the lock date'}.`,
      );
    }
    unreconcile(
      odoo,
      itemsOf(odoo, move.id).map((item) => item.id),
    );
    odoo.table(MOVE).patch(move.id, { state: 'draft' });
    spreadToItems(odoo, move.id);
    syncTotals(odoo, move.id);
  }
}

export function cancel(odoo: Odoo, ids: readonly number[]): void {
  for (const move of odoo.rows(MOVE, ids)) {
    if (text(move, 'state') === 'posted') backToDraft(odoo, [move.id]);
    odoo.table(MOVE).patch(move.id, { state: 'cancel' });
    spreadToItems(odoo, move.id);
    syncTotals(odoo, move.id);
  }
}
