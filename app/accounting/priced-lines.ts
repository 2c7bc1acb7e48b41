import { allocate } from './allocate';
import type { DocumentLine } from './document';
import { absolute, type Money } from './money';
import { priceStep } from './price-step';

/** A part of a document line: so many pieces at one unit price that Odoo can keep. */
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
 * quantity splits in two parts: 3 pieces for 29.98 become 2 × 9.99 and 1 × 10.00. In a currency of more digits than a
 * price has, it is less than one step of prices too dear: of a price of nothing Odoo would make no tax, and none could be
 * written. The parts' untaxed amounts always sum to the line's.
 */
export function pricedLines(line: DocumentLine, pricesIncludeTax: boolean): PricedLine[] {
  const whole = pricesIncludeTax ? line.total : line.untaxed;
  const step = priceStep(whole.currency);
  const signedStep = whole.minor < 0n ? -step : step;
  const steps = (absolute(whole).minor + step - 1n) / step;
  const low = steps / line.quantity;
  const dearer = steps % line.quantity;
  const price = (count: bigint): Money => ({ minor: count * signedStep, currency: whole.currency });
  if (dearer === 0n)
    return [{ part: '', quantity: line.quantity, unitPrice: price(low), untaxed: line.untaxed }];
  const parts = [
    { part: '' as const, quantity: line.quantity - dearer, unitPrice: price(low) },
    { part: 'b' as const, quantity: dearer, unitPrice: price(low + 1n) },
  ];
  const shares = allocate(
    line.untaxed,
    parts.map(({ quantity, unitPrice }) => quantity * absolute(unitPrice).minor),
  );
  return parts.map((part, index) => ({ ...part, untaxed: shares[index] ?? price(0n) }));
}
