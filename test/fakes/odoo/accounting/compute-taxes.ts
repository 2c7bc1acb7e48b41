import { fixed, fromMinor, ONE, over, times, toMinor } from '../fixed';
import { distribute } from './distribute';

/** A tax as a computation needs it; `amount` is a percentage, or money per piece, as an exact decimal. */
export interface TaxRule {
  readonly id: number;
  readonly kind: 'percent' | 'fixed';
  readonly amount: bigint;
  readonly included: boolean;
}

/** All amounts are exact decimals (see `fixed`); taxes are in their order of application. */
export interface TaxedLine {
  readonly price: bigint;
  readonly quantity: bigint;
  /** A percentage. */
  readonly discount: bigint;
  readonly taxes: readonly TaxRule[];
}

/** Money in minor units. `posted` is what the journal item gets, `untaxed` what the line shows as its subtotal. */
export interface LineAmounts {
  posted: bigint;
  untaxed: bigint;
  total: bigint;
  /** By tax; Σ over the lines, rounded once, is the tax item. */
  readonly taxes: Map<number, bigint>;
}

export interface DocumentAmounts {
  readonly lines: LineAmounts[];
  /** What each tax item says that it was computed on. */
  readonly bases: Map<number, bigint>;
}

export type Rounding = 'round_per_line' | 'round_globally';

const HUNDRED = fixed(100);

const afterDiscount = (line: TaxedLine): bigint => times(line.price, ONE - over(line.discount, HUNDRED));

const percentSum = (taxes: readonly TaxRule[]): bigint =>
  taxes.reduce((sum, tax) => (tax.kind === 'percent' ? sum + tax.amount : sum), 0n);

const fixedSum = (line: TaxedLine, taxes: readonly TaxRule[]): bigint =>
  taxes.reduce((sum, tax) => (tax.kind === 'fixed' ? sum + times(tax.amount, line.quantity) : sum), 0n);

const taxOn = (line: TaxedLine, tax: TaxRule, base: bigint): bigint =>
  tax.kind === 'percent' ? over(times(base, tax.amount), HUNDRED) : times(tax.amount, line.quantity);

/**
 * As Odoo 17 computes: the base of every line is rounded, whatever the method; the last included tax takes the rest up
 * to the line's total; only excluded taxes keep their decimals until they are summed, when rounding globally.
 * The taxes of the answer are exact decimals, to be rounded after summing.
 */
export function computeAs17(
  lines: readonly TaxedLine[],
  rounding: Rounding,
  digits: number,
): DocumentAmounts {
  const precision = rounding === 'round_per_line' ? digits : digits + 5;
  const bases = new Map<number, bigint>();
  const amounts = lines.map((line) => {
    const included = line.taxes.filter((tax) => tax.included);
    const gross = toMinor(times(afterDiscount(line), line.quantity), digits);
    const net = over(
      (fromMinor(gross, digits) - fixedSum(line, included)) * 1n,
      ONE + over(percentSum(included), HUNDRED),
    );
    const untaxed = toMinor(net, digits);
    const base = fromMinor(untaxed, digits);
    const last = included.filter((tax) => tax.amount !== 0n).at(-1);
    const taxes = new Map<number, bigint>();
    let takenByIncluded = 0n;
    for (const tax of line.taxes) {
      const rest = fromMinor(gross, digits) - base - takenByIncluded;
      const amount = tax === last ? rest : fromMinor(toMinor(taxOn(line, tax, base), precision), precision);
      if (tax.included) takenByIncluded += amount;
      taxes.set(tax.id, amount);
      bases.set(tax.id, (bases.get(tax.id) ?? 0n) + untaxed);
    }
    const allTaxes = [...taxes.values()].reduce((sum, amount) => sum + amount, 0n);
    return { posted: untaxed, untaxed, total: toMinor(base + allTaxes, digits), taxes };
  });
  return { lines: amounts, bases };
}

/**
 * As Odoo 19 computes: raw amounts per line, rounded; what rounding the whole document's tax or base once would give
 * besides is spread over the lines, largest first. So one item may be a cent off its line's subtotal.
 */
export function computeAs19(
  lines: readonly TaxedLine[],
  rounding: Rounding,
  digits: number,
): DocumentAmounts {
  const perLine = rounding === 'round_per_line';
  const settle = (amount: bigint): bigint => (perLine ? fromMinor(toMinor(amount, digits), digits) : amount);
  const raw = lines.map((line) => {
    const included = line.taxes.filter((tax) => tax.included);
    const gross = settle(times(afterDiscount(line), line.quantity));
    const percent = percentSum(included);
    const percentBase = gross - fixedSum(line, included);
    const taxes = new Map<number, bigint>();
    for (const tax of included) {
      const share =
        tax.kind === 'fixed' ? taxOn(line, tax, 0n) : over(times(percentBase, tax.amount), HUNDRED + percent);
      taxes.set(tax.id, settle(share));
    }
    const net = gross - [...taxes.values()].reduce((sum, amount) => sum + amount, 0n);
    for (const tax of line.taxes) if (!tax.included) taxes.set(tax.id, settle(taxOn(line, tax, net)));
    return { net, taxes, gross: net + [...taxes.values()].reduce((sum, amount) => sum + amount, 0n) };
  });
  const amounts: LineAmounts[] = raw.map(({ net, taxes }) => ({
    posted: toMinor(net, digits),
    untaxed: toMinor(net, digits),
    total: 0n,
    taxes: new Map([...taxes].map(([id, amount]) => [id, toMinor(amount, digits)])),
  }));
  for (const line of amounts) line.total = line.untaxed + sumOf(line.taxes);

  const bases = new Map<number, bigint>();
  for (const { id, included } of lines.flatMap((line) => line.taxes)) {
    if (bases.has(id)) continue;
    const at = raw.flatMap((line, index) => (line.taxes.has(id) ? [index] : []));
    const factors = at.map((index) => raw[index]?.taxes.get(id) ?? 0n);
    const rounded = at.reduce((sum, index) => sum + (amounts[index]?.taxes.get(id) ?? 0n), 0n);
    const target = toMinor(
      factors.reduce((sum, factor) => sum + factor, 0n),
      digits,
    );
    const net = toMinor(
      at.reduce((sum, index) => sum + (raw[index]?.net ?? 0n), 0n),
      digits,
    );
    const gross = toMinor(
      at.reduce((sum, index) => sum + (raw[index]?.net ?? 0n) + (raw[index]?.taxes.get(id) ?? 0n), 0n),
      digits,
    );
    bases.set(id, included ? gross - target : net);
    for (const [place, cents] of distribute(target - rounded, factors).entries()) {
      const taxes = amounts[at[place] ?? -1]?.taxes;
      taxes?.set(id, (taxes.get(id) ?? 0n) + cents);
    }
  }

  const onlyIncluded = lines.every((line) => line.taxes.every((tax) => tax.included));
  const factors = raw.map((line) => (onlyIncluded ? line.gross : line.net));
  const reached = amounts.reduce(
    (sum, line) => sum + line.posted + (onlyIncluded ? sumOf(line.taxes) : 0n),
    0n,
  );
  const target = toMinor(
    factors.reduce((sum, factor) => sum + factor, 0n),
    digits,
  );
  for (const [place, cents] of distribute(target - reached, factors).entries()) {
    const line = amounts[place];
    if (line) line.posted += cents;
  }
  const exact = amounts.map((line) => ({
    ...line,
    taxes: new Map([...line.taxes].map(([id, amount]) => [id, fromMinor(amount, digits)])),
  }));
  return { lines: exact, bases };
}

const sumOf = (taxes: ReadonlyMap<number, bigint>): bigint =>
  [...taxes.values()].reduce((sum, amount) => sum + amount, 0n);
