import { currency, type Currency } from '../../../app/accounting/currency';
import { absolute, isZero, toDecimal } from '../../../app/accounting/money';
import type { OdooClient } from '../../../app/odoo/client/odoo-client';
import { idOf, moneyOf, nameOf, textOf } from '../../../app/odoo/client/row';
import type { OrderPaymentMade } from './scenario-result';

/** Payments as they stand in Odoo, by entry: where the money went, and which documents each settles by how much. */
export async function readOrderPayments(
  client: OdooClient,
  ids: readonly number[],
): Promise<Map<number, Omit<OrderPaymentMade, 'gateway'>>> {
  if (ids.length === 0) return new Map();
  const moves = await client.searchRead(
    'account.move',
    [['id', 'in', ids]],
    ['journal_id', 'date', 'state'],
    { order: 'id' },
  );
  const journals = new Map(
    (
      await client.read(
        'account.journal',
        [...new Set(moves.flatMap((move) => idOf(move, 'journal_id') ?? []))],
        ['code'],
      )
    ).map((row) => [row.id, textOf(row, 'code')]),
  );
  const items = await client.searchRead(
    'account.move.line',
    [['move_id', 'in', ids]],
    ['move_id', 'account_id', 'currency_id', 'amount_currency'],
    { order: 'id' },
  );
  const settled = await settledBy(
    client,
    items.map(({ id }) => id),
  );
  return new Map(
    moves.map((move) => {
      const own = items.filter((item) => idOf(item, 'move_id') === move.id);
      const accountOf = (row: (typeof own)[number]) => nameOf(row, 'account_id').split(' ')[0] ?? '';
      const amountOf = (row: (typeof own)[number]) =>
        toDecimal(moneyOf(row, 'amount_currency', currency(nameOf(row, 'currency_id'))));
      const [money] = own;
      return [
        move.id,
        {
          journal: journals.get(idOf(move, 'journal_id') ?? 0) ?? '',
          date: textOf(move, 'date'),
          state: textOf(move, 'state'),
          // The money's own item comes first, as it was loaded.
          account: money ? accountOf(money) : '',
          amount: money ? amountOf(money) : '',
          items: own.map((row) => ({ account: accountOf(row), amount: amountOf(row) })),
          settles: own.flatMap(({ id }) => settled.get(id) ?? []),
        },
      ];
    }),
  );
}

/** What each journal item is reconciled with: the other entry's reference, and the amount in the item's currency. */
async function settledBy(client: OdooClient, ids: readonly number[]) {
  const partials = await client.searchRead(
    'account.partial.reconcile',
    ['|', ['debit_move_id', 'in', ids], ['credit_move_id', 'in', ids]],
    [
      'debit_move_id',
      'credit_move_id',
      'debit_amount_currency',
      'credit_amount_currency',
      'debit_currency_id',
      'credit_currency_id',
    ],
    { order: 'id' },
  );
  const sides = partials.flatMap((row) => {
    const debit = idOf(row, 'debit_move_id') ?? 0;
    const credit = idOf(row, 'credit_move_id') ?? 0;
    const own = ids.includes(debit) ? 'debit' : 'credit';
    const unit: Currency = currency(nameOf(row, `${own}_currency_id`));
    const amount = absolute(moneyOf(row, `${own}_amount_currency`, unit));
    // An exchange difference moves nothing in the document's own currency.
    if (isZero(amount)) return [];
    return [
      {
        own: own === 'debit' ? debit : credit,
        other: own === 'debit' ? credit : debit,
        amount: toDecimal(amount),
      },
    ];
  });
  const others = await client.searchRead(
    'account.move.line',
    [['id', 'in', sides.map(({ other }) => other)]],
    ['move_id', 'ref'],
  );
  const references = new Map(others.map((row) => [row.id, textOf(row, 'ref') || nameOf(row, 'move_id')]));
  const settled = new Map<number, { document: string; amount: string }[]>();
  for (const { own, other, amount } of sides) {
    const document = references.get(other) ?? '';
    settled.set(own, [...(settled.get(own) ?? []), { document, amount }]);
  }
  return settled;
}
