import { compare } from '../../accounting/compare';
import type { Document } from '../../accounting/document';
import { absolute, isZero, negate, subtract, sum, type Money } from '../../accounting/money';
import { priceStep } from '../../accounting/price-step';
import type { DocumentTarget } from './document-target';
import type { DocumentInOdoo, DocumentItem } from './draft-items';

/** What to write on a draft so that it is exact. `amount` is signed as the item stands in Odoo (debit positive). */
export interface Correction {
  readonly moveId: number;
  readonly lines: readonly { readonly itemId: number; readonly subtotal: Money; readonly amount: Money }[];
  readonly taxes: readonly { readonly itemId: number; readonly amount: Money }[];
}

/** Where Odoo shows another figure. */
export interface Difference {
  /** `lines`, `line`, `total`, or `tax` with its number in Odoo. */
  readonly what: string;
  /** The label of the line. */
  readonly line?: string;
  readonly expected: Money;
  readonly actual: Money;
  readonly residual: Money;
}

export type Comparison =
  | { readonly kind: 'exact' }
  /** Only rounded otherwise: at most a step of prices per line and tax, on whichever line Odoo put it. */
  | { readonly kind: 'rounding'; readonly correction: Correction; readonly first: Difference }
  | ({ readonly kind: 'different' } & Difference);

/** Compares a document in Odoo with Shopify's figures, line by line and tax by tax. */
export function compareDocument(
  document: Document,
  target: DocumentTarget,
  odoo: DocumentInOdoo,
): Comparison {
  // On an invoice revenue is a credit: negative in Odoo.
  const sense = (amount: Money) => (document.kind === 'invoice' ? negate(amount) : amount);
  const items = odoo.items.filter((item) => item.kind === 'line');
  const different = (what: string, expected: Money, actual: Money): Comparison => ({
    kind: 'different',
    what,
    ...compare(expected, actual),
  });
  const lineDiffers = (line: string, expected: Money, actual: Money): Difference => ({
    what: 'line',
    line,
    ...compare(expected, actual),
  });
  const untaxedInOdoo = total(document, items, sense);
  if (items.length !== target.lines.length) return different('lines', document.untaxed, untaxedInOdoo);
  const step = priceStep(document.currency);
  const lines: { itemId: number; subtotal: Money; amount: Money }[] = [];
  const differences: Difference[] = [];
  for (const [index, { line, priced, taxIds }] of target.lines.entries()) {
    const item = items[index];
    if (!item || !sameIds(item.taxIds, taxIds)) {
      const actual = item ? sense(item.amount) : { ...priced.untaxed, minor: 0n };
      return { kind: 'different', ...lineDiffers(line.label, priced.untaxed, actual) };
    }
    const off = subtract(sense(item.amount), priced.untaxed);
    if (absolute(off).minor > roundings(target, taxIds) * step) {
      return { kind: 'different', ...lineDiffers(line.label, priced.untaxed, sense(item.amount)) };
    }
    if (!isZero(off)) {
      differences.push(lineDiffers(line.label, priced.untaxed, sense(item.amount)));
      lines.push({ itemId: item.id, subtotal: priced.untaxed, amount: sense(priced.untaxed) });
    }
  }
  const taxes = compareTaxes(document, target, odoo, sense);
  if ('kind' in taxes) return taxes;
  // A base that is written makes 17 compute its taxes anew: they are written after it, changed or not.
  const forced = lines.length > 0 ? taxes.all : taxes.off;
  const [first] = [...differences, ...taxes.differences];
  if (!first) {
    const whole = subtract(total(document, odoo.items.filter(isBooked), sense), document.total);
    return isZero(whole)
      ? { kind: 'exact' }
      : different('total', document.total, total(document, odoo.items.filter(isBooked), sense));
  }
  return { kind: 'rounding', correction: { moveId: odoo.moveId, lines, taxes: forced }, first };
}

/**
 * By how many steps of prices (see price-step.ts; mostly a minor unit) a line may be off by rounding alone: one for each
 * of its taxes; and where Odoo rounds a document as a whole (19), it puts the rounding of all lines on the largest of
 * them, whatever its tax. A line of a day's document is off by as many as the lines of orders that it sums.
 */
function roundings({ lines }: DocumentTarget, taxIds: readonly number[]): bigint {
  const together = lines.reduce((count, { line }) => count + (line.summed ?? 1n), 0n);
  const taxes = BigInt(Math.max(1, taxIds.length));
  return together > taxes ? together : taxes;
}

interface TaxAmount {
  readonly itemId: number;
  readonly amount: Money;
}

interface TaxesCompared {
  readonly all: readonly TaxAmount[];
  /** Those of `all` that Odoo shows otherwise. */
  readonly off: readonly TaxAmount[];
  readonly differences: readonly Difference[];
}

function compareTaxes(
  document: Document,
  target: DocumentTarget,
  odoo: DocumentInOdoo,
  sense: (amount: Money) => Money,
): TaxesCompared | Comparison {
  const all: TaxAmount[] = [];
  const off: TaxAmount[] = [];
  const differences: Difference[] = [];
  const taxIds = new Set([...target.taxes.keys(), ...odoo.items.flatMap(({ taxId }) => taxId ?? [])]);
  for (const id of taxIds) {
    const items = odoo.items.filter(({ taxId }) => taxId === id);
    const expected = target.taxes.get(id)?.amount ?? { minor: 0n, currency: document.currency };
    const actual = total(document, items, sense);
    const difference = subtract(actual, expected);
    const bound = (target.taxes.get(id)?.lines ?? 0n) * priceStep(document.currency);
    const largest = [...items].sort((left, right) =>
      absolute(left.amount).minor > absolute(right.amount).minor ? -1 : 1,
    )[0];
    if (absolute(difference).minor > bound || (!largest && !isZero(difference))) {
      return { kind: 'different', what: `tax ${String(id)}`, ...compare(expected, actual) };
    }
    if (!largest) continue;
    const row = { itemId: largest.id, amount: subtract(largest.amount, sense(difference)) };
    all.push(row);
    if (isZero(difference)) continue;
    off.push(row);
    differences.push({ what: `tax ${String(id)}`, ...compare(expected, actual) });
  }
  return { all, off, differences };
}

const isBooked = (item: DocumentItem) => item.kind === 'line' || item.kind === 'tax';

function total(document: Document, items: readonly DocumentItem[], sense: (amount: Money) => Money): Money {
  return sense(
    sum(
      document.currency,
      items.map(({ amount }) => amount),
    ),
  );
}

function sameIds(left: readonly number[], right: readonly number[]): boolean {
  return left.length === right.length && left.every((id) => right.includes(id));
}
