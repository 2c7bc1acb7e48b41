import type { Convert } from '../../accounting/books';
import type { CalendarDate } from '../../accounting/calendar-date';
import type { Finding } from '../../accounting/finding';
import { firstOpenDay, lockOn } from '../../accounting/lock-dates';
import type { Settlement } from '../../accounting/settlement';
import type { StatementLine } from '../../accounting/statement-line';
import { currencyIds } from '../books/currency-ids';
import { readPostingState } from '../books/read-posting-state';
import { readRates } from '../books/read-rates';
import { findExternalIds } from '../loading/find-external-ids';
import { inChunks } from '../loading/in-chunks';
import { loadOnce } from '../loading/load-once';
import { loadStatement } from './load-statement';
import { planMarks, type Marks } from './plan-marks';
import { readOpenItems, type OpenItemInOdoo } from './read-open-items';
import { linesQuestion, readSettlement, type Pair, type SettlementInOdoo } from './read-settlement';
import { reconcilePairs, type PairToReconcile } from './reconcile-pairs';
import { itemIdOf, type SettlementContext } from './settlement-context';
import { linePeriodLocked, lineRejected, settlementDifferences } from './settlement-findings';
import { statementLineFields, statementLineRows, type LineRowsContext } from './statement-line-rows';

/** Lines a call. */
const batchSize = 100;

export interface LoadedSettlement {
  readonly inOdoo: SettlementInOdoo;
  /** Empty when the payout stands in Odoo exactly as it was to be. */
  readonly findings: readonly Finding[];
}

/**
 * Posts a payout: marks the open items, loads the statement lines (they post and reconcile as they are loaded), then
 * the transfer, then the statement, and reads all of it back. It may be started again at any point, after any death:
 * what exists is left as it is, what is missing is made, a mark that was left behind gets the same value again.
 */
export async function loadSettlement(
  context: SettlementContext,
  settlement: Settlement,
  { grouped = true }: { readonly grouped?: boolean } = {},
): Promise<LoadedSettlement> {
  const { client } = context;
  const wanted = [...settlement.lines, ...(settlement.transfer ? [settlement.transfer] : [])];
  const known = await findExternalIds(client, linesQuestion(context, wanted));
  const missing = settlement.lines.filter(({ key }) => !known.has(key));
  const transferMissing = settlement.transfer && !known.has(settlement.transfer.key);
  const findings: Finding[] = [];
  let ids: ReadonlyMap<string, number> = known;
  if (missing.length > 0 || transferMissing) {
    const { locks, cashBasis } = await readPostingState(client);
    findings.push(
      ...[...missing, ...(settlement.transfer && transferMissing ? [settlement.transfer] : [])].flatMap(
        (line): Finding[] => {
          const lock = lockOn(line.date, 'statement line', locks);
          return lock ? [linePeriodLocked(line, { date: line.date, lock, openDay: firstOpenDay(lock) })] : [];
        },
      ),
    );
    if (findings.length > 0) return { inOdoo: await readSettlement(context, settlement, known), findings };
    const rows = await prepare(context, missing, cashBasis);
    const loaded = await loadLines(context, rows, settlement.lines, known);
    ids = new Map([...known, ...loaded.ids]);
    for (const line of missing) {
      const why = loaded.rejections.get(line.key);
      if (why) findings.push(lineRejected(line, why));
    }
    if (settlement.transfer && transferMissing && findings.length === 0) {
      const made = await loadLines(context, rows, [settlement.transfer], known);
      ids = new Map([...ids, ...made.ids]);
      const why = made.rejections.get(settlement.transfer.key);
      if (why) findings.push(lineRejected(settlement.transfer, why));
    }
  }
  let inOdoo = await readSettlement(context, settlement, ids);
  const complete = findings.length === 0 && inOdoo.lines.size === wanted.length;
  if (grouped && complete && inOdoo.statementId === undefined && wanted.length > 0) {
    const lineIds = wanted.flatMap(({ key }) => inOdoo.lines.get(key)?.id ?? []);
    inOdoo = { ...inOdoo, statementId: await loadStatement(context, settlement, lineIds) };
  }
  if (await reconcilePairs(client, waitingPairs(inOdoo.pairs))) {
    inOdoo = { ...(await readSettlement(context, settlement, ids)), statementId: inOdoo.statementId };
  }
  return { inOdoo, findings: [...findings, ...settlementDifferences(settlement, inOdoo, known)] };
}

function waitingPairs(pairs: readonly Pair[]): PairToReconcile[] {
  return pairs.flatMap(({ matched, partItem, openItem }) =>
    matched || partItem.reconciled || openItem.reconciled ? [] : [{ open: openItem, part: partItem }],
  );
}

type Rows = Omit<LineRowsContext, 'convert'> & { readonly convertOn: (date: CalendarDate) => Convert };

/** Reads what the rows need, and puts the marks on the open items. */
async function prepare(
  context: SettlementContext,
  missing: readonly StatementLine[],
  cashBasis: boolean,
): Promise<Rows> {
  const { client, books } = context;
  const items = missing.flatMap((line) => line.items);
  const openIds = items.flatMap(({ settles }) => (settles ? (itemIdOf(settles.item, context) ?? []) : []));
  const open = openIds.length > 0 ? await readOpenItems(client, openIds) : new Map<number, OpenItemInOdoo>();
  const marks = planMarks(context, [...inChunks(missing, batchSize)], open, cashBasis);
  await putMarks(context, marks, open);
  const company = books.companyCurrency;
  const codes = new Set([
    company,
    ...items.flatMap(({ balance, settles }) => [
      balance.currency,
      settles?.amount.currency ?? balance.currency,
    ]),
  ]);
  const convertOn =
    books.clearing.currency === company
      ? () => (amount: Parameters<Convert>[0]) => amount
      : await readRates(client, books.clearing.currency, company);
  return {
    ...context,
    open,
    marks,
    convertOn,
    ...(codes.size > 1 ? { currencyIds: await currencyIds(client, codes) } : {}),
  };
}

/** Marks the open items that do not carry their mark yet, 250 a call. Writing a mark again changes nothing. */
async function putMarks(
  { client }: SettlementContext,
  marks: Marks,
  open: ReadonlyMap<number, OpenItemInOdoo>,
): Promise<void> {
  const rows = [...marks].filter(([id, mark]) => open.get(id)?.matching !== mark);
  for (const chunk of inChunks(rows, 250)) {
    await client.loadAgain(
      'account.move.line',
      ['.id', 'matching_number'],
      chunk.map(([id, mark]) => [String(id), mark]),
    );
  }
}

function loadLines(
  context: SettlementContext,
  rows: Rows,
  lines: readonly StatementLine[],
  known: ReadonlyMap<string, number>,
) {
  return loadOnce(context.client, {
    ...linesQuestion(context, lines),
    fields: statementLineFields(rows),
    records: lines.map((line) => statementLineRows(line, { ...rows, convert: rows.convertOn(line.date) })),
    batch: batchSize,
    known,
    ...(context.onProgress ? { onProgress: context.onProgress } : {}),
  });
}
