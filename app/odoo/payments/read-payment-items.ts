import type { Account } from '../../accounting/books';
import type { CalendarDate } from '../../accounting/calendar-date';
import { currency as readCurrency } from '../../accounting/currency';
import type { Money } from '../../accounting/money';
import { accountIn } from '../books/account-in';
import type { Domain, OdooClient, OdooRow } from '../client/odoo-client';
import { dateOf, flagOf, idOf, moneyOf, nameOf, textOf } from '../client/row';
import { inChunks } from '../loading/in-chunks';
import type { OpenItemInOdoo } from '../settlement/read-open-items';
import { entryModel, type PaymentRecord } from './find-payments';

export interface PaymentItemInOdoo {
  readonly id: number;
  readonly account: Account;
  /** In the item's own currency, debit positive. */
  readonly amount: Money;
  readonly residual: Money;
  readonly reconciled: boolean;
  readonly matching: string;
}

export interface PaymentInOdoo {
  readonly key: string;
  readonly moveId: number;
  readonly journalId: number | undefined;
  readonly number: string;
  /** `draft`, `posted`, `cancel`. */
  readonly state: string;
  readonly date: CalendarDate | undefined;
  /** In the order in which they were loaded: first the one on the mapped account. */
  readonly items: readonly PaymentItemInOdoo[];
}

/** Payments with all their items, and open items beside them. One call per 1,000 records. */
export async function readPaymentItems(
  client: OdooClient,
  records: ReadonlyMap<string, PaymentRecord>,
  openIds: readonly number[],
): Promise<{ payments: Map<string, PaymentInOdoo>; open: Map<number, OpenItemInOdoo> }> {
  const payments = new Map<string, PaymentInOdoo & { items: PaymentItemInOdoo[] }>();
  const open = new Map<number, OpenItemInOdoo>();
  const keyOf = new Map([...records].map(([key, { model, id }]) => [`${model} ${String(id)}`, key]));
  const wanted = [
    ...records.values(),
    ...[...new Set(openIds)].map((id) => ({ model: 'item', id }) as const),
  ];
  for (const chunk of inChunks(wanted, 1000)) {
    const idsOf = (model: string) => chunk.flatMap((one) => (one.model === model ? one.id : []));
    const domains: Domain[] = [
      [['move_id', 'in', idsOf(entryModel)]],
      [['statement_line_id', 'in', idsOf('account.bank.statement.line')]],
      [['id', 'in', idsOf('item')]],
    ];
    const asked = domains.filter(([leaf]) => Array.isArray(leaf) && (leaf[2] as number[]).length > 0);
    const rows = await client.searchRead(
      'account.move.line',
      [...asked.slice(1).map(() => '|' as const), ...asked.flat()],
      fields,
      { order: 'id' },
    );
    const isOpen = new Set(idsOf('item'));
    for (const row of rows) {
      const item = itemIn(row);
      if (isOpen.has(row.id)) {
        const posted = textOf(row, 'parent_state') === 'posted';
        open.set(row.id, { ...item, partnerId: idOf(row, 'partner_id'), posted });
      }
      const key =
        keyOf.get(`${entryModel} ${String(idOf(row, 'move_id'))}`) ??
        keyOf.get(`account.bank.statement.line ${String(idOf(row, 'statement_line_id'))}`);
      if (key === undefined) continue;
      const known = payments.get(key) ?? {
        key,
        moveId: idOf(row, 'move_id') ?? 0,
        journalId: idOf(row, 'journal_id'),
        number: textOf(row, 'move_name'),
        state: textOf(row, 'parent_state'),
        date: dateOf(row, 'date'),
        items: [],
      };
      payments.set(key, known);
      known.items.push(item);
    }
  }
  return { payments, open };
}

const fields = [
  'move_id',
  'statement_line_id',
  'journal_id',
  'move_name',
  'parent_state',
  'date',
  'account_id',
  'partner_id',
  'currency_id',
  'amount_currency',
  'amount_residual_currency',
  'reconciled',
  'matching_number',
];

function itemIn(row: OdooRow): PaymentItemInOdoo {
  const unit = readCurrency(nameOf(row, 'currency_id'));
  return {
    id: row.id,
    account: accountIn(row, 'account_id') ?? { id: 0, code: '', name: '' },
    amount: moneyOf(row, 'amount_currency', unit),
    residual: moneyOf(row, 'amount_residual_currency', unit),
    reconciled: flagOf(row, 'reconciled'),
    matching: textOf(row, 'matching_number'),
  };
}
