import { allocate } from './allocate';
import type { DocumentLine } from './document';
import { absolute, type Money } from './money';

/** A part of a document line whose quantity × unit price is exact in the currency's own digits. */
export interface PricedLine {
  /** Tells the parts of one sale apart, and is the same in every run: "" or "b". */
  readonly part: '' | 'b';
  readonly quantity: bigint;
  /** With tax where `pricesIncludeTax`, else without. May be negative (a line that takes back). */
  readonly unitPrice: Money;
  /** This part's share of the line's untaxed amount. */
  readonly untaxed: Money;
}

/**
 * Prices a line so that Odoo's quantity × unit price gives its total to the cent. A total that does not divide by the
 * quantity splits in two parts: 3 pieces for 29.98 become 2 × 9.99 and 1 × 10.00.
 */
export function pricedLines(line: DocumentLine, pricesIncludeTax: boolean): PricedLine[] {
  const whole = pricesIncludeTax ? line.total : line.untaxed;
  const sign = whole.minor < 0n ? -1n : 1n;
  const low = (absolute(whole).minor / line.quantity) * sign;
  const dearer = absolute(whole).minor % line.quantity;
  const price = (minor: bigint): Money => ({ minor, currency: whole.currency });
  if (dearer === 0n)
    return [{ part: '', quantity: line.quantity, unitPrice: price(low), untaxed: line.untaxed }];
  const parts = [
    { part: '' as const, quantity: line.quantity - dearer, unitPrice: price(low) },
    { part: 'b' as const, quantity: dearer, unitPrice: price(low + sign) },
  ];
  const totals = parts.map(({ quantity, unitPrice }) => absolute(price(quantity * unitPrice.minor)).minor);
  const shares = pricesIncludeTax
    ? allocate(line.untaxed, totals)
    : totals.map((minor) => price(minor * sign));
  return parts.map((part, index) => ({ ...part, untaxed: shares[index] ?? price(0n) }));
}
