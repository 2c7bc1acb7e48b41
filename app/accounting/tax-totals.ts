import type { DocumentLine, TaxTotal } from './document';
import { add } from './money';
import type { TaxKey } from './tax-key';

/** Base and tax per tax key over a document's lines. A line under two taxes counts its base under each. */
export function taxTotals(lines: Iterable<DocumentLine>): ReadonlyMap<TaxKey, TaxTotal> {
  const totals = new Map<TaxKey, TaxTotal>();
  for (const line of lines) {
    for (const { key, amount } of line.taxes) {
      const known = totals.get(key);
      totals.set(
        key,
        known
          ? { base: add(known.base, line.untaxed), amount: add(known.amount, amount) }
          : { base: line.untaxed, amount },
      );
    }
  }
  return totals;
}
