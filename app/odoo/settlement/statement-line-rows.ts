import type { Convert } from '../../accounting/books';
import { toDecimal } from '../../accounting/money';
import type { StatementLine } from '../../accounting/statement-line';
import { externalName } from '../loading/external-names';
import type { LoadRecord } from '../loading/load-once';
import { companyBalances } from './company-balances';
import { itemFields, lineHead } from './entry-fields';
import type { Marks } from './plan-marks';
import type { OpenItemInOdoo } from './read-open-items';
import { itemIdOf, type SettlementContext } from './settlement-context';

export interface LineRowsContext extends SettlementContext {
  readonly open: ReadonlyMap<number, OpenItemInOdoo>;
  readonly marks: Marks;
  readonly convert: Convert;
  /** Given where any item is in a currency that is not the company's. */
  readonly currencyIds?: ReadonlyMap<string, number>;
}

export function statementLineFields({
  currencyIds,
}: Pick<LineRowsContext, 'currencyIds'>): readonly string[] {
  return [...lineHead, ...itemFields(currencyIds !== undefined)];
}

/** The rows of one statement line for `account.bank.statement.line.load`, with all its items: they must balance. */
export function statementLineRows(line: StatementLine, context: LineRowsContext): LoadRecord {
  const { books, module, open, marks, currencyIds } = context;
  const items = companyBalances(line, books.companyCurrency, context.convert);
  const itemIds = items.map(({ item }) => item.settles && itemIdOf(item.settles.item, context));
  const partners = itemIds.map((id) => (id === undefined ? undefined : open.get(id)?.partnerId));
  const head = [
    externalName(module, line.key),
    String(books.clearing.journal.id),
    line.date,
    line.label,
    String(partners.find((partner) => partner !== undefined) ?? ''),
    toDecimal(line.amount),
  ];
  const blank = head.map(() => '');
  const rows = items.map(({ item, balance, amount }, index) => {
    const id = itemIds[index];
    // The receivable account is the open item's own: only items of one account can be matched.
    const account = (id === undefined ? undefined : open.get(id)?.account) ?? item.account;
    return [
      ...(index === 0 ? head : blank),
      externalName(module, `${line.key}_${item.part}`),
      String(account.id),
      item.label,
      String(partners[index] ?? ''),
      toDecimal(balance),
      id === undefined ? '' : (marks.get(id) ?? ''),
      ...(currencyIds ? [String(currencyIds.get(amount.currency) ?? ''), toDecimal(amount)] : []),
    ];
  });
  return { externalId: line.key, rows };
}
