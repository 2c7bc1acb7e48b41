import { itemsOf, MOVE } from '../accounting/columns';
import type { Odoo } from '../odoo';
import { onRecords, type Rules } from '../rules';
import { figure, link, links, type Row, text } from '../row';

const OPPOSITE: Record<string, string> = {
  out_invoice: 'out_refund',
  out_refund: 'out_invoice',
  in_invoice: 'in_refund',
  in_refund: 'in_invoice',
};

/** The credit note wizard: a draft that repeats the lines of the invoice. */
function reverse(odoo: Odoo, move: Row, wizard: Row): number {
  const date = text(wizard, 'date') || odoo.today();
  return odoo.create(MOVE, {
    move_type: OPPOSITE[text(move, 'move_type')] ?? 'entry',
    partner_id: link(move, 'partner_id') ?? false,
    journal_id: link(wizard, 'journal_id') ?? link(move, 'journal_id'),
    currency_id: link(move, 'currency_id'),
    invoice_date: date,
    ref: `Reversal of: ${text(move, 'name')}${text(wizard, 'reason') ? `, ${text(wizard, 'reason')}` : ''}`,
    reversed_entry_id: move.id,
    invoice_line_ids: itemsOf(odoo, move.id)
      .filter((item) => text(item, 'display_type') === 'product')
      .map((item) => [
        0,
        0,
        {
          name: text(item, 'name'),
          quantity: figure(item, 'quantity'),
          price_unit: figure(item, 'price_unit'),
          discount: figure(item, 'discount'),
          account_id: link(item, 'account_id'),
          product_id: link(item, 'product_id') ?? false,
          tax_ids: [[6, 0, [...links(item, 'tax_ids')]]],
        },
      ]),
  });
}

export const accountMoveReversal: Rules = {
  methods: {
    refund_moves: onRecords([], (odoo, { ids, context }) => {
      const made = odoo.rows('account.move.reversal', ids).flatMap((wizard) => {
        const chosen = links(wizard, 'move_ids');
        const moves = chosen.length > 0 ? chosen : ((context.active_ids as number[] | undefined) ?? []);
        return odoo.rows(MOVE, moves).map((move) => reverse(odoo, move, wizard));
      });
      const action = { name: 'Reverse Moves', type: 'ir.actions.act_window', res_model: MOVE };
      return made.length === 1
        ? { ...action, view_mode: 'form', res_id: made[0] }
        : { ...action, domain: [['id', 'in', made]] };
    }),
  },
};
