import type { Currency } from '../../accounting/currency';
import { equals } from '../../accounting/money';
import type { StatementLine } from '../../accounting/statement-line';
import type { ExternalModule } from '../loading/external-names';
import type { OpenItemInOdoo } from './read-open-items';
import { itemIdOf, type SettlementContext } from './settlement-context';

/** By journal item: the mark that pairs it with the statement line items that settle it. */
export type Marks = ReadonlyMap<number, string>;

export function markOf(module: ExternalModule, openItemKey: string): string {
  return `I${module}.${openItemKey}`;
}

/**
 * Which open items are paired by a mark. Marked items skip exchange differences and cash-basis taxes, may not be
 * matched yet, and meet all at once: so both must be in the company's currency, whole, and all lines that settle one
 * item must go in one call. The others are reconciled pair by pair afterwards.
 */
export function planMarks(
  context: Pick<SettlementContext, 'module' | 'books' | 'itemIds'>,
  batches: readonly (readonly StatementLine[])[],
  open: ReadonlyMap<number, OpenItemInOdoo>,
  cashBasis: boolean,
): Marks {
  const company: Currency = context.books.companyCurrency;
  const marks = new Map<number, string>();
  if (cashBasis || context.books.clearing.currency !== company) return marks;
  const split = new Set<number>();
  batches.forEach((lines) => {
    const inThisCall = new Set<number>();
    for (const { settles } of lines.flatMap(({ items }) => items)) {
      const id = settles && itemIdOf(settles.item, context);
      if (!settles || id === undefined || inThisCall.has(id)) continue;
      inThisCall.add(id);
      if (marks.has(id)) split.add(id);
      const item = open.get(id);
      const whole = item && item.posted && !item.reconciled && equals(item.residual, item.amount);
      const free = item && (item.matching === '' || item.matching.startsWith('I'));
      if (whole && free && item.amount.currency === company && settles.amount.currency === company) {
        marks.set(id, markOf(context.module, settles.item.key));
      }
    }
  });
  for (const id of split) marks.delete(id);
  return marks;
}
