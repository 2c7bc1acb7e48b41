import { currency as readCurrency } from '../../accounting/currency';
import type { CalendarDate } from '../../accounting/calendar-date';
import type { Account } from '../../accounting/books';
import type { Money } from '../../accounting/money';
import { accountIn } from '../books/account-in';
import type { OdooClient } from '../client/odoo-client';
import { dateOf, flagOf, idOf, idsOf, moneyOf, nameOf, textOf } from '../client/row';
import { inChunks } from '../loading/in-chunks';

/** A journal item of an invoice or credit note, as it stands in Odoo. */
export interface DocumentItem {
  readonly id: number;
  readonly kind: 'line' | 'tax' | 'receivable' | 'other';
  readonly account: Account;
  /** In the document's currency: debit positive. */
  readonly amount: Money;
  /** What is left to settle of it, in the document's currency, debit positive. */
  readonly residual: Money;
  readonly reconciled: boolean;
  readonly matching: string;
  /** A tax item: the tax it is of. */
  readonly taxId?: number;
  /** A line: its taxes. */
  readonly taxIds: readonly number[];
}

export interface DocumentInOdoo {
  readonly moveId: number;
  readonly state: string;
  readonly number: string;
  readonly date: CalendarDate | undefined;
  /** By id, which is the order in which they were loaded. */
  readonly items: readonly DocumentItem[];
}

/** Reads documents with all their items: one call per 250. */
export async function readDocumentItems(
  client: OdooClient,
  moveIds: readonly number[],
): Promise<Map<number, DocumentInOdoo>> {
  const documents = new Map<number, DocumentInOdoo & { items: DocumentItem[] }>();
  for (const ids of inChunks(moveIds, 250)) {
    const rows = await client.searchRead('account.move.line', [['move_id', 'in', ids]], fields, {
      order: 'id',
    });
    for (const row of rows) {
      const moveId = idOf(row, 'move_id');
      if (moveId === undefined) continue;
      const known = documents.get(moveId) ?? {
        moveId,
        state: textOf(row, 'parent_state'),
        number: textOf(row, 'move_name'),
        date: dateOf(row, 'date'),
        items: [],
      };
      documents.set(moveId, known);
      const unit = readCurrency(nameOf(row, 'currency_id'));
      const taxId = idOf(row, 'tax_line_id');
      known.items.push({
        id: row.id,
        kind: taxId === undefined ? kindOf(textOf(row, 'display_type')) : 'tax',
        account: accountIn(row, 'account_id') ?? { id: 0, code: '', name: '' },
        amount: moneyOf(row, 'amount_currency', unit),
        residual: moneyOf(row, 'amount_residual_currency', unit),
        reconciled: flagOf(row, 'reconciled'),
        matching: textOf(row, 'matching_number'),
        ...(taxId === undefined ? {} : { taxId }),
        taxIds: idsOf(row, 'tax_ids'),
      });
    }
  }
  return documents;
}

const fields = [
  'move_id',
  'move_name',
  'parent_state',
  'date',
  'display_type',
  'account_id',
  'currency_id',
  'amount_currency',
  'amount_residual_currency',
  'reconciled',
  'matching_number',
  'tax_line_id',
  'tax_ids',
];

function kindOf(displayType: string): DocumentItem['kind'] {
  switch (displayType) {
    case 'product':
      return 'line';
    case 'tax':
      return 'tax';
    case 'payment_term':
      return 'receivable';
    default:
      return 'other';
  }
}
