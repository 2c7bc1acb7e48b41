import type { Odoo } from '../odoo';
import { link, money, type Row, text } from '../row';
import { ITEM, itemsOf, MOVE } from './columns';
import { refreshResidual } from './items';
import { lastOfMonth } from './lock-dates';
import { nextName } from './numbering';
import { itemFrame } from './sync-invoice';
import { syncTotals } from './sync-totals';

/** Posts what rates took or gave: `rest` is what the item still holds in company currency. */
export function postExchangeDifference(
  odoo: Odoo,
  item: Row,
  rest: bigint,
): { move: number; counterpart: number } {
  const company = odoo.company();
  const gain = rest < 0n;
  const account = link(
    company,
    gain ? 'income_currency_exchange_account_id' : 'expense_currency_exchange_account_id',
  );
  const move = insertEntry(odoo, lastOfMonth(text(item, 'date'), odoo.today()));
  const name = 'Currency exchange rate difference';
  const shared = { ...itemFrame(odoo, move, 'product'), name, partner_id: link(item, 'partner_id') };
  const foreign = link(item, 'currency_id');
  const counterpart = odoo.table(ITEM).insert({
    ...shared,
    account_id: link(item, 'account_id'),
    currency_id: foreign,
    balance: -rest,
  });
  odoo.table(ITEM).insert({ ...shared, account_id: account, currency_id: foreign, balance: rest });
  for (const one of itemsOf(odoo, move.id)) refreshResidual(odoo, one.id);
  syncTotals(odoo, move.id);
  return { move: move.id, counterpart: counterpart.id };
}

export function reverseExchange(odoo: Odoo, moveId: number): void {
  const move = odoo.table(MOVE).must(moveId);
  const reversal = insertEntry(odoo, text(move, 'date'));
  odoo
    .table(MOVE)
    .patch(reversal.id, { reversed_entry_id: moveId, ref: `Reversal of: ${text(move, 'name')}` });
  for (const item of itemsOf(odoo, moveId)) {
    odoo.table(ITEM).insert({
      ...item,
      ...itemFrame(odoo, reversal, 'product'),
      id: 0,
      partner_id: link(item, 'partner_id'),
      currency_id: link(item, 'currency_id'),
      balance: -money(item, 'balance'),
      amount_currency: -money(item, 'amount_currency'),
      full_reconcile_id: null,
      matching_number: null,
    });
  }
  for (const one of itemsOf(odoo, reversal.id)) refreshResidual(odoo, one.id);
  syncTotals(odoo, reversal.id);
}

function insertEntry(odoo: Odoo, date: string): Row {
  const move = odoo.table(MOVE).insert({
    move_type: 'entry',
    journal_id: link(odoo.company(), 'currency_exchange_journal_id'),
    currency_id: odoo.companyCurrency(),
    company_id: 1,
    date,
    state: 'posted',
    posted_before: true,
    create_date: odoo.now(),
  });
  odoo.table(MOVE).patch(move.id, { name: nextName(odoo, move) });
  return move;
}
