import type { FoundInvoice } from '../accounting/match-found-invoice';
import type { Currency } from '../accounting/currency';
import { currency as readCurrency } from '../accounting/currency';
import { accountIn } from './books/account-in';
import type { OdooClient } from './client/odoo-client';
import { idOf, moneyOf, nameOf, textOf } from './client/row';
import { inChunks } from './loading/in-chunks';

/**
 * Open customer invoices and credit notes by the order's name ("#1001" or "1001"), which stands in their reference or
 * origin. By order name; only items in the payout's currency. Two calls per 500 names.
 */
export async function findInvoices(
  client: OdooClient,
  orderNames: Iterable<string>,
  payoutCurrency: Currency,
): Promise<Map<string, FoundInvoice[]>> {
  const byBare = new Map<string, string[]>();
  for (const name of new Set(orderNames)) {
    if (bare(name) !== '') byBare.set(bare(name), [...(byBare.get(bare(name)) ?? []), name]);
  }
  const found = new Map<string, FoundInvoice[]>();
  for (const names of inChunks([...byBare.keys()], 500)) {
    const spellings = names.flatMap((name) => [name, `#${name}`]);
    const moves = await client.searchRead(
      'account.move',
      [
        ['state', '=', 'posted'],
        ['move_type', 'in', ['out_invoice', 'out_refund']],
        ['payment_state', 'in', ['not_paid', 'partial']],
        '|',
        ['ref', 'in', spellings],
        ['invoice_origin', 'in', spellings],
      ],
      ['ref', 'invoice_origin'],
    );
    const named = new Map(
      moves.map((row) => [
        row.id,
        [bare(textOf(row, 'ref')), bare(textOf(row, 'invoice_origin'))].find((name) => byBare.has(name)),
      ]),
    );
    if (named.size === 0) continue;
    const rows = await client.searchRead(
      'account.move.line',
      [
        ['move_id', 'in', [...named.keys()]],
        ['display_type', '=', 'payment_term'],
        ['reconciled', '=', false],
      ],
      ['move_id', 'account_id', 'move_name', 'currency_id', 'amount_residual_currency'],
      { order: 'id' },
    );
    for (const row of rows) {
      const unit = readCurrency(nameOf(row, 'currency_id'));
      const account = accountIn(row, 'account_id');
      if (unit !== payoutCurrency || !account) continue;
      const key = named.get(idOf(row, 'move_id') ?? 0);
      const invoice: FoundInvoice = {
        item: { key: `odoo_${String(row.id)}`, itemId: row.id, account, name: textOf(row, 'move_name') },
        open: moneyOf(row, 'amount_residual_currency', unit),
      };
      for (const name of (key && byBare.get(key)) || [])
        found.set(name, [...(found.get(name) ?? []), invoice]);
    }
  }
  return found;
}

function bare(name: string): string {
  return name.trim().replace(/^#/, '');
}
