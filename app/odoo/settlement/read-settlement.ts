import type { Account } from '../../accounting/books';
import type { CalendarDate } from '../../accounting/calendar-date';
import { sum, type Money } from '../../accounting/money';
import type { Settlement } from '../../accounting/settlement';
import type { SettlementItem, StatementLine } from '../../accounting/statement-line';
import { accountIn } from '../books/account-in';
import { dateOf, flagOf, idOf, moneyOf, textOf } from '../client/row';
import { findExternalIds } from '../loading/find-external-ids';
import { inChunks } from '../loading/in-chunks';
import { readOpenItems, type OpenItemInOdoo } from './read-open-items';
import { itemIdOf, type SettlementContext } from './settlement-context';

/** A journal item of a statement line as it stands in Odoo. */
export interface LineItemInOdoo {
  readonly id: number;
  readonly account: Account;
  /** In the company's currency, debit positive. */
  readonly balance: Money;
  readonly label: string;
  readonly reconciled: boolean;
  readonly matching: string;
}

export interface LineInOdoo {
  readonly key: string;
  readonly id: number;
  readonly moveId: number;
  readonly date: CalendarDate | undefined;
  /** In the journal's currency. */
  readonly amount: Money;
  readonly isReconciled: boolean;
  readonly statementId: number | undefined;
  /** In the order in which they were loaded. */
  readonly items: readonly LineItemInOdoo[];
}

/** An open item and the part of a statement line that settles it. */
export interface Pair {
  readonly line: StatementLine;
  readonly part: SettlementItem;
  readonly partItem: LineItemInOdoo;
  readonly openItem: OpenItemInOdoo;
  /** Both carry the same matching number of Odoo's, which no mark is. */
  readonly matched: boolean;
}

export interface SettlementInOdoo {
  readonly lines: ReadonlyMap<string, LineInOdoo>;
  readonly transfer: LineInOdoo | undefined;
  /** The transfer item on the transfer account: what the bank's own line is matched with. */
  readonly transferItem: LineItemInOdoo | undefined;
  readonly pairs: readonly Pair[];
  /** The one statement that all lines are in. */
  readonly statementId: number | undefined;
  /** Σ of the lines that were read, without the transfer. */
  readonly total: Money;
}

/** Reads a payout back: lines, items, open items; a call per 1,000 lines for each. What does not exist is left out. */
export async function readSettlement(
  context: SettlementContext,
  settlement: Settlement,
  known?: ReadonlyMap<string, number>,
): Promise<SettlementInOdoo> {
  const { client, books } = context;
  const wanted = [...settlement.lines, ...(settlement.transfer ? [settlement.transfer] : [])];
  const ids = known ?? (await findExternalIds(client, linesQuestion(context, wanted)));
  const lines = await readLines(context, ids);
  const partsOf = wanted.flatMap((line) =>
    line.items.map((part, index) => ({ line, part, item: lines.get(line.key)?.items[index] })),
  );
  const openIds = partsOf.flatMap(({ part, item }) =>
    part.settles && item ? (itemIdOf(part.settles.item, context) ?? []) : [],
  );
  const open = await readOpenItems(client, openIds);
  const pairs = partsOf.flatMap(({ line, part, item }): Pair[] => {
    const openItem = part.settles && open.get(itemIdOf(part.settles.item, context) ?? 0);
    if (!item || !openItem) return [];
    const matched =
      item.matching !== '' && !item.matching.startsWith('I') && item.matching === openItem.matching;
    return [{ line, part, partItem: item, openItem, matched }];
  });
  const transfer = settlement.transfer && lines.get(settlement.transfer.key);
  const statements = new Set([...lines.values()].map(({ statementId }) => statementId));
  const [statementId] = statements;
  return {
    lines,
    transfer,
    transferItem: transfer?.items[1],
    pairs,
    statementId: statements.size === 1 && lines.size === wanted.length ? statementId : undefined,
    total: sum(
      books.clearing.currency,
      settlement.lines.flatMap(({ key }) => lines.get(key)?.amount ?? []),
    ),
  };
}

export function linesQuestion({ module, books }: SettlementContext, lines: readonly StatementLine[]) {
  const dates = lines.map(({ date }) => date).sort();
  return {
    module,
    model: 'account.bank.statement.line',
    names: lines.map(({ key }) => key),
    // A date that Odoo moved is later, never earlier.
    candidates: [
      ['journal_id', '=', books.clearing.journal.id],
      ['date', '>=', dates[0] ?? '0001-01-01'],
    ] as const,
  };
}

async function readLines(
  { client, books }: SettlementContext,
  ids: ReadonlyMap<string, number>,
): Promise<Map<string, LineInOdoo>> {
  const keyOf = new Map([...ids].map(([key, id]) => [id, key]));
  const lines = new Map<string, LineInOdoo & { items: LineItemInOdoo[] }>();
  for (const chunk of inChunks([...ids.values()], 1000)) {
    const rows = await client.searchRead(
      'account.bank.statement.line',
      [['id', 'in', chunk]],
      ['amount', 'date', 'is_reconciled', 'move_id', 'statement_id'],
    );
    const byMove = new Map<number, LineItemInOdoo[]>();
    for (const row of rows) {
      const key = keyOf.get(row.id) ?? '';
      const moveId = idOf(row, 'move_id') ?? 0;
      const items: LineItemInOdoo[] = [];
      byMove.set(moveId, items);
      lines.set(key, {
        key,
        id: row.id,
        moveId,
        date: dateOf(row, 'date'),
        amount: moneyOf(row, 'amount', books.clearing.currency),
        isReconciled: flagOf(row, 'is_reconciled'),
        statementId: idOf(row, 'statement_id'),
        items,
      });
    }
    const itemRows = await client.searchRead(
      'account.move.line',
      [['move_id', 'in', [...byMove.keys()]]],
      ['move_id', 'account_id', 'balance', 'name', 'reconciled', 'matching_number'],
      { order: 'id' },
    );
    for (const row of itemRows) {
      byMove.get(idOf(row, 'move_id') ?? 0)?.push({
        id: row.id,
        account: accountIn(row, 'account_id') ?? { id: 0, code: '', name: '' },
        balance: moneyOf(row, 'balance', books.companyCurrency),
        label: textOf(row, 'name'),
        reconciled: flagOf(row, 'reconciled'),
        matching: textOf(row, 'matching_number'),
      });
    }
  }
  return lines;
}
