import { currency as readCurrency } from '../../accounting/currency';
import type { Account } from '../../accounting/books';
import type { Money } from '../../accounting/money';
import { accountIn } from '../books/account-in';
import type { OdooClient } from '../client/odoo-client';
import { flagOf, idOf, moneyOf, nameOf, textOf } from '../client/row';
import { inChunks } from '../loading/in-chunks';

/** An item that can be settled, as it stands in Odoo now. */
export interface OpenItemInOdoo {
  readonly id: number;
  readonly account: Account;
  readonly partnerId: number | undefined;
  readonly posted: boolean;
  readonly amount: Money;
  /** Debit positive, in the item's currency. */
  readonly residual: Money;
  readonly reconciled: boolean;
  /** '' for none, `I…` for a mark, `P…` partly matched, a number when matched whole. */
  readonly matching: string;
}

export async function readOpenItems(
  client: OdooClient,
  ids: readonly number[],
): Promise<Map<number, OpenItemInOdoo>> {
  const items = new Map<number, OpenItemInOdoo>();
  for (const chunk of inChunks([...new Set(ids)], 1000)) {
    const rows = await client.searchRead(
      'account.move.line',
      [['id', 'in', chunk]],
      [
        'account_id',
        'partner_id',
        'parent_state',
        'currency_id',
        'amount_currency',
        'amount_residual_currency',
        'reconciled',
        'matching_number',
      ],
    );
    for (const row of rows) {
      const unit = readCurrency(nameOf(row, 'currency_id'));
      items.set(row.id, {
        id: row.id,
        account: accountIn(row, 'account_id') ?? { id: 0, code: '', name: '' },
        partnerId: idOf(row, 'partner_id'),
        posted: textOf(row, 'parent_state') === 'posted',
        amount: moneyOf(row, 'amount_currency', unit),
        residual: moneyOf(row, 'amount_residual_currency', unit),
        reconciled: flagOf(row, 'reconciled'),
        matching: textOf(row, 'matching_number'),
      });
    }
  }
  return items;
}
