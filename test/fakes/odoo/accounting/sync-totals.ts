import type { Odoo } from '../odoo';
import { money, type Row, text, type Value } from '../row';
import { directionOf, isInvoice, itemsOf, MOVE } from './columns';

/** Writes an entry's totals, what is still owed and whether it is paid, from its items. */
export function syncTotals(odoo: Odoo, moveId: number): void {
  const move = odoo.table(MOVE).must(moveId);
  odoo.table(MOVE).patch(moveId, totalsOf(odoo, move, itemsOf(odoo, moveId)));
}

function totalsOf(odoo: Odoo, move: Row, items: readonly Row[]): Record<string, Value> {
  if (!isInvoice(move)) {
    const debits = items.reduce(
      (sum, item) => (money(item, 'balance') > 0n ? sum + money(item, 'balance') : sum),
      0n,
    );
    return {
      amount_untaxed: 0n,
      amount_tax: 0n,
      amount_total: debits,
      amount_total_signed: debits,
      amount_residual: 0n,
      amount_residual_signed: 0n,
      payment_state: 'not_paid',
    };
  }
  const sign = directionOf(move);
  const of = (types: readonly string[], field: string): bigint =>
    items.reduce(
      (sum, item) => (types.includes(text(item, 'display_type')) ? sum + money(item, field) : sum),
      0n,
    );
  const bases = ['product', 'rounding'];
  const untaxed = sign * of(bases, 'amount_currency');
  const tax = sign * of(['tax'], 'amount_currency');
  const residual = of(['payment_term'], 'amount_residual_currency');
  return {
    amount_untaxed: untaxed,
    amount_tax: tax,
    amount_total: untaxed + tax,
    amount_untaxed_signed: -of(bases, 'balance'),
    amount_tax_signed: -of(['tax'], 'balance'),
    amount_total_signed: of(['payment_term'], 'balance'),
    amount_total_in_currency_signed: of(['payment_term'], 'amount_currency'),
    amount_residual: -sign * residual,
    amount_residual_signed: of(['payment_term'], 'amount_residual'),
    payment_state: paymentState(odoo, move, items, untaxed + tax, residual),
  };
}

/** Community knows no "in payment": a document whose receivable is matched is paid. */
function paymentState(odoo: Odoo, move: Row, items: readonly Row[], total: bigint, residual: bigint): string {
  if (text(move, 'state') !== 'posted') return 'not_paid';
  const open = items.filter((item) => text(item, 'display_type') === 'payment_term');
  const residualBalance = open.reduce((sum, item) => sum + money(item, 'amount_residual'), 0n);
  const partials = odoo.table('account.partial.reconcile');
  const others = open.flatMap((item) => [
    ...partials.by('debit_move_id', item.id).map((partial) => Number(partial.credit_move_id)),
    ...partials.by('credit_move_id', item.id).map((partial) => Number(partial.debit_move_id)),
  ]);
  if (residual === 0n && residualBalance === 0n) {
    if (total !== 0n && others.length === 0) return 'not_paid';
    const counterparts = others.map((id) => odoo.table('account.move.line').must(id));
    const refunds = (item: Row): boolean =>
      text(odoo.table(MOVE).must(Number(item.move_id)), 'move_type').endsWith('_refund');
    const invoice = !text(move, 'move_type').endsWith('_refund');
    return invoice && counterparts.length > 0 && counterparts.every(refunds) ? 'reversed' : 'paid';
  }
  return others.length > 0 ? 'partial' : 'not_paid';
}
