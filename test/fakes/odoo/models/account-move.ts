import { nameExternally } from '../external-ids';
import { decimalText } from '../fixed';
import type { Odoo } from '../odoo';
import { userError } from '../odoo-error';
import { type Context, onRecords, type Rules } from '../rules';
import { link, money, type Row, text, type Values } from '../row';
import { commandsOf } from '../to-many-commands';
import { balanceSum, isInvoice, isSale, ITEM, itemsOf, MOVE, spreadToItems } from '../accounting/columns';
import { createItem, updateItem } from '../accounting/items';
import { nextName, ownName, startsSequence } from '../accounting/numbering';
import { backToDraft, cancel, nameReceivable, post } from '../accounting/post';
import { unreconcile } from '../accounting/reconcile';
import { syncInvoice, syncReceivable } from '../accounting/sync-invoice';
import { syncTotals } from '../accounting/sync-totals';

const LINES = ['invoice_line_ids', 'line_ids'];
/** In the order in which 19 names them when it refuses. */
const POSTED_READONLY = [
  'invoice_date',
  'date',
  'partner_id',
  'invoice_payment_term_id',
  'currency_id',
  'fiscal_position_id',
  'invoice_cash_rounding_id',
  'invoice_line_ids',
  'line_ids',
];

function create(odoo: Odoo, vals: Values): number {
  const type = (vals.move_type as string | undefined) ?? 'entry';
  const plain = Object.fromEntries(Object.entries(vals).filter(([name]) => !LINES.includes(name)));
  const columns = odoo.columns(MOVE, plain);
  const journal = (columns.journal_id as number | null) ?? defaultJournal(odoo, type);
  const journalRow = odoo.table('account.journal').must(journal);
  const invoiceDate = (columns.invoice_date as string | null | undefined) ?? null;
  const partner = odoo.table('res.partner').get((columns.partner_id as number | null | undefined) ?? null);
  const move = odoo.table(MOVE).insert({
    ...columns,
    move_type: type,
    state: 'draft',
    name: (columns.name as string | null | undefined) ?? (odoo.version === 17 ? '/' : null),
    journal_id: journal,
    company_id: 1,
    currency_id:
      (columns.currency_id as number | null) ?? link(journalRow, 'currency_id') ?? odoo.companyCurrency(),
    date: (columns.date as string | null) ?? invoiceDate ?? odoo.today(),
    partner_id: partner?.id ?? null,
    commercial_partner_id: partner
      ? (odoo.read('res.partner', partner, 'commercial_partner_id') as number)
      : null,
    // What is named stays, even as empty; what is not named is the customer's.
    invoice_payment_term_id:
      columns.invoice_payment_term_id === undefined
        ? partner
          ? link(partner, 'property_payment_term_id')
          : null
        : columns.invoice_payment_term_id,
    partner_shipping_id:
      columns.partner_shipping_id === undefined && type.startsWith('out_')
        ? (partner?.id ?? null)
        : (columns.partner_shipping_id ?? null),
    payment_state: 'not_paid',
    posted_before: false,
    create_date: odoo.now(),
    write_date: odoo.now(),
  });
  if (odoo.version === 17 && !ownName(move) && startsSequence(odoo, move)) {
    odoo.table(MOVE).patch(move.id, { name: nextName(odoo, move) });
  }
  changeLines(odoo, move, vals);
  if (isInvoice(move)) syncInvoice(odoo, move.id);
  else {
    refuseUnbalanced(odoo, move);
    syncTotals(odoo, move.id);
  }
  return move.id;
}

function write(odoo: Odoo, ids: readonly number[], vals: Values): void {
  for (const move of odoo.rows(MOVE, ids)) {
    const posted = text(move, 'state') === 'posted';
    const blocked = POSTED_READONLY.filter((name) => vals[name] !== undefined);
    if (posted && blocked.length > 0 && odoo.version === 19 && link(move, 'statement_line_id') === null) {
      throw userError(
        `You cannot modify the following readonly fields on a posted move: ${blocked.join(', ')}`,
      );
    }
    // 17 takes the rows of a posted invoice without a word and leaves its lines and dates as they are.
    const allowed =
      posted && isInvoice(move)
        ? Object.fromEntries(Object.entries(vals).filter(([name]) => !POSTED_READONLY.includes(name)))
        : vals;
    const plain = Object.fromEntries(Object.entries(allowed).filter(([name]) => !LINES.includes(name)));
    const columns = odoo.columns(MOVE, plain);
    const changed = Object.keys(columns).filter((name) => columns[name] !== (move[name] ?? null));
    if (changed.includes('invoice_date') && columns.date === undefined && isInvoice(move))
      columns.date = columns.invoice_date ?? null;
    odoo.table(MOVE).patch(move.id, { ...columns, write_date: odoo.now() });
    spreadToItems(odoo, move.id);
    if (posted && odoo.version === 19 && isSale(move) && changed.includes('ref')) nameReceivable(odoo, move);
    const lines = changeLines(odoo, move, allowed);
    if (isInvoice(move) && text(move, 'state') === 'draft') {
      const anew = changed.some((name) => ['currency_id', 'move_type'].includes(name));
      if (lines === 'base' || anew) syncInvoice(odoo, move.id);
      else if (lines === 'amounts' || changed.some((name) => /payment_term|invoice_date/.test(name)))
        syncReceivable(odoo, move.id);
    } else if (!isInvoice(move)) {
      refuseUnbalanced(odoo, move);
      syncTotals(odoo, move.id);
    }
  }
}

/** Carries out the commands on an entry's lines and says what its amounts need after that. */
function changeLines(odoo: Odoo, move: Row, vals: Values): 'nothing' | 'amounts' | 'base' {
  let needs: 'nothing' | 'amounts' | 'base' = 'nothing';
  for (const name of LINES) {
    for (const [kind, id = 0, payload] of commandsOf(vals[name])) {
      if (kind === 0) {
        const item = createItem(odoo, move, payload as Values);
        const xid = (payload as Values).__external_id__;
        if (typeof xid === 'string') nameExternally(odoo, xid, ITEM, item.id);
        needs = 'base';
      } else if (kind === 1) {
        const change = updateItem(odoo, id, payload as Values);
        if (change === 'base' || (change === 'amounts' && needs === 'nothing')) needs = change;
      } else if (kind === 4 && link(odoo.table(ITEM).must(id), 'move_id') !== move.id) {
        odoo.table(ITEM).patch(id, { move_id: move.id });
        needs = 'base';
      } else if (kind === 2 || kind === 3) {
        odoo.remove(ITEM, [id]);
        needs = 'base';
      } else if (kind === 5) {
        odoo.remove(
          ITEM,
          itemsOf(odoo, move.id).map((item) => item.id),
        );
        needs = 'base';
      }
    }
  }
  return needs;
}

export function refuseUnbalanced(odoo: Odoo, move: Row): void {
  const items = itemsOf(odoo, move.id);
  if (balanceSum(items) === 0n) return;
  if (odoo.version === 19) throw userError('The entry is not balanced.');
  const sum = (sign: 1n | -1n) =>
    items.reduce(
      (total, item) => (sign * money(item, 'balance') > 0n ? total + sign * money(item, 'balance') : total),
      0n,
    );
  const digits = odoo.digits(null);
  const symbol = text(odoo.table('res.currency').must(odoo.companyCurrency()), 'symbol');
  const journal = odoo.displayName('account.journal', link(move, 'journal_id') ?? 0);
  throw userError(
    `An error has occurred.\n\nThe move (${moveName(odoo, move)}) is not balanced.\n` +
      `The total of debits equals ${decimalText(sum(1n), digits)}\u00a0${symbol} and the total of credits equals ${decimalText(sum(-1n), digits)}\u00a0${symbol}.\n` +
      `You might want to specify a default account on journal "${journal}" to automatically balance each move.`,
  );
}

function defaultJournal(odoo: Odoo, type: string): number {
  const kind = type.startsWith('out_') ? 'sale' : type.startsWith('in_') ? 'purchase' : 'general';
  const journal = odoo.table('account.journal').by('type', kind)[0];
  if (!journal) throw userError(`No journal could be found in company for any of those types: ${kind}`);
  return journal.id;
}

const DRAFT_NAMES: Record<string, string> = {
  out_invoice: 'Draft Invoice',
  out_refund: 'Draft Credit Note',
  in_invoice: 'Draft Bill',
  in_refund: 'Draft Vendor Credit Note',
  out_receipt: 'Draft Sales Receipt',
  in_receipt: 'Draft Purchase Receipt',
  entry: 'Draft Entry',
};

export function moveName(odoo: Odoo, move: Row): string {
  const name = ownName(move);
  const ref = text(move, 'ref');
  let shown = name;
  if (text(move, 'state') === 'draft') {
    const draft = DRAFT_NAMES[text(move, 'move_type')] ?? 'Draft Entry';
    shown = name ? `${draft} ${name}` : odoo.version === 17 ? `${draft} (* ${move.id})` : draft;
  }
  return ref ? `${shown} (${ref})` : shown;
}

function unlink(odoo: Odoo, ids: readonly number[], context: Context): void {
  for (const move of odoo.rows(MOVE, ids)) {
    if (text(move, 'state') === 'posted' && context.force_delete !== true) {
      throw userError(
        "You can't delete a posted journal item. Don’t play games with your accounting records; reset the journal entry to draft before deleting it.",
      );
    }
    const items = itemsOf(odoo, move.id).map((item) => item.id);
    unreconcile(odoo, items);
    odoo.remove(ITEM, items);
    odoo.remove(MOVE, [move.id]);
  }
}

const itemIds = (odoo: Odoo, move: Row, product: boolean): number[] =>
  itemsOf(odoo, move.id)
    .filter(
      (item) => !product || ['product', 'line_section', 'line_note'].includes(text(item, 'display_type')),
    )
    .map((item) => item.id);

export const accountMove: Rules = {
  order: 'date desc, name desc, id desc',
  displayName: moveName,
  create,
  write,
  unlink,
  computed: {
    line_ids: (odoo, move) => itemIds(odoo, move, false),
    invoice_line_ids: (odoo, move) => itemIds(odoo, move, true),
    company_currency_id: (odoo) => odoo.companyCurrency(),
    has_reconciled_entries: (odoo, move) =>
      itemsOf(odoo, move.id).some((item) => link(item, 'full_reconcile_id') !== null),
    statement_id: (odoo, move) => {
      const line = odoo.table('account.bank.statement.line').get(link(move, 'statement_line_id'));
      return line ? link(line, 'statement_id') : null;
    },
  },
  methods: {
    action_post: onRecords([], (odoo, { ids }) => {
      post(odoo, ids);
      return false;
    }),
    button_draft: onRecords([], (odoo, { ids }) => backToDraft(odoo, ids)),
    button_cancel: onRecords([], (odoo, { ids }) => cancel(odoo, ids)),
  },
};
