import { isInvoice, ITEM, MOVE } from '../accounting/columns';
import { createItem, refreshResidual, updateItem } from '../accounting/items';
import { reconcile, unreconcile } from '../accounting/reconcile';
import { syncInvoice, syncReceivable } from '../accounting/sync-invoice';
import { syncTotals } from '../accounting/sync-totals';
import type { Odoo } from '../odoo';
import { onRecords, type Rules } from '../rules';
import { link, money, type Row, text, type Values } from '../row';
import { refuseUnbalanced } from './account-move';

function write(odoo: Odoo, ids: readonly number[], vals: Values): void {
  const needs = new Map<number, 'nothing' | 'amounts' | 'base'>();
  for (const item of odoo.rows(ITEM, ids)) {
    const move = link(item, 'move_id') ?? 0;
    const change = updateItem(odoo, item.id, vals);
    const known = needs.get(move);
    if (!known || change === 'base' || (change === 'amounts' && known === 'nothing')) needs.set(move, change);
  }
  for (const [moveId, change] of needs) settle(odoo, odoo.table(MOVE).must(moveId), change);
}

function settle(odoo: Odoo, move: Row, change: 'nothing' | 'amounts' | 'base'): void {
  if (change === 'nothing') return;
  if (!isInvoice(move) || text(move, 'state') !== 'draft') {
    refuseUnbalanced(odoo, move);
    syncTotals(odoo, move.id);
  } else if (change === 'base') {
    syncInvoice(odoo, move.id);
  } else {
    syncReceivable(odoo, move.id);
  }
}

const matchedItems = (odoo: Odoo, item: Row, side: 'debit' | 'credit'): number[] => [
  ...odoo
    .table('account.partial.reconcile')
    .idsBy(side === 'debit' ? 'credit_move_id' : 'debit_move_id', item.id),
];

export const accountMoveLine: Rules = {
  order: 'date desc, move_name desc, id',
  displayName: (odoo, item) => {
    const move = odoo.displayName(MOVE, link(item, 'move_id') ?? 0);
    return text(item, 'name') ? `${move} ${text(item, 'name')}` : move;
  },
  create: (odoo, vals) => {
    const move = odoo.table(MOVE).must(Number(vals.move_id));
    const item = createItem(odoo, move, vals);
    if (isInvoice(move)) syncInvoice(odoo, move.id);
    refreshResidual(odoo, item.id);
    return item.id;
  },
  write,
  unlink: (odoo, ids) => {
    const moves = new Set(odoo.rows(ITEM, ids).map((item) => link(item, 'move_id') ?? 0));
    odoo.remove(ITEM, ids);
    for (const id of moves) {
      const move = odoo.table(MOVE).must(id);
      if (isInvoice(move)) syncInvoice(odoo, id);
      else refuseUnbalanced(odoo, move);
    }
  },
  computed: {
    debit: (_, item) => (money(item, 'balance') > 0n ? money(item, 'balance') : 0n),
    credit: (_, item) => (money(item, 'balance') < 0n ? -money(item, 'balance') : 0n),
    company_currency_id: (odoo) => odoo.companyCurrency(),
    account_type: (odoo, item) =>
      odoo.table('account.account').get(link(item, 'account_id'))?.account_type ?? null,
    move_type: (odoo, item) => odoo.table(MOVE).must(link(item, 'move_id')).move_type ?? null,
    matched_debit_ids: (odoo, item) => matchedItems(odoo, item, 'debit'),
    matched_credit_ids: (odoo, item) => matchedItems(odoo, item, 'credit'),
    statement_id: (odoo, item) => {
      const line = odoo.table('account.bank.statement.line').get(link(item, 'statement_line_id'));
      return line ? link(line, 'statement_id') : null;
    },
  },
  methods: {
    reconcile: onRecords([], (odoo, { ids }) => reconcile(odoo, ids)),
    remove_move_reconcile: onRecords([], (odoo, { ids }) => unreconcile(odoo, ids)),
  },
};
