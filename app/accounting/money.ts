import { currency as readCurrency, digitsOf, type Currency } from './currency';

/** An exact amount: minor units (cents for EUR, yen for JPY) and their currency. */
export interface Money {
  readonly minor: bigint;
  readonly currency: Currency;
}

/** Two amounts of different currencies met where one currency is required. */
export class CurrencyMismatch extends Error {
  constructor(left: Currency, right: Currency) {
    super(`${left} and ${right} cannot be added or compared: convert first, and say at which rate`);
    this.name = 'CurrencyMismatch';
  }
}

/** A text that is no exact amount of its currency. */
export class NotAnAmount extends Error {
  constructor(text: string, code: string, why: string) {
    super(`"${text}" is not an amount in ${code}: ${why}`);
    this.name = 'NotAnAmount';
  }
}

export function money(minor: bigint, code: Currency | string): Money {
  return { minor, currency: readCurrency(code) };
}

export function zero(code: Currency): Money {
  return { minor: 0n, currency: code };
}

const decimalForm = /^([+-]?)(\d+)(?:\.(\d*))?$/;

/**
 * Reads a decimal string ("12.34", "-0.5", "1000") by the currency's own digits. Zeros beyond the digits are fine
 * ("100.0" JPY); any other digit there is refused, never rounded away.
 */
export function parseMoney(text: string, code: Currency | string): Money {
  const unit = readCurrency(code);
  const digits = digitsOf(unit);
  const match = decimalForm.exec(text.trim());
  if (!match) throw new NotAnAmount(text, unit, 'expected digits with at most one decimal point');
  const [, sign, whole = '0', fraction = ''] = match;
  if (/[1-9]/.test(fraction.slice(digits))) {
    throw new NotAnAmount(text, unit, `more than ${String(digits)} decimals`);
  }
  const minor = BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0'));
  return { minor: sign === '-' ? -minor : minor, currency: unit };
}

/** Writes an amount as a plain decimal string with exactly the currency's digits: "-12.30", "1000" for JPY. */
export function toDecimal(amount: Money): string {
  const digits = digitsOf(amount.currency);
  const absolute = (amount.minor < 0n ? -amount.minor : amount.minor).toString().padStart(digits + 1, '0');
  const sign = amount.minor < 0n ? '-' : '';
  if (digits === 0) return sign + absolute;
  return `${sign}${absolute.slice(0, -digits)}.${absolute.slice(-digits)}`;
}

function sameCurrency(left: Money, right: Money): void {
  if (left.currency !== right.currency) throw new CurrencyMismatch(left.currency, right.currency);
}

export function add(left: Money, right: Money): Money {
  sameCurrency(left, right);
  return { minor: left.minor + right.minor, currency: left.currency };
}

export function subtract(left: Money, right: Money): Money {
  sameCurrency(left, right);
  return { minor: left.minor - right.minor, currency: left.currency };
}

export function negate(amount: Money): Money {
  return { minor: -amount.minor, currency: amount.currency };
}

export function absolute(amount: Money): Money {
  return amount.minor < 0n ? negate(amount) : amount;
}

export function sum(code: Currency, amounts: Iterable<Money>): Money {
  let minor = 0n;
  for (const amount of amounts) {
    if (amount.currency !== code) throw new CurrencyMismatch(code, amount.currency);
    minor += amount.minor;
  }
  return { minor, currency: code };
}

/** Σ of one amount of each of many things; makes no list of its own. */
export function sumOf<Thing>(
  code: Currency,
  things: Iterable<Thing>,
  amountOf: (thing: Thing) => Money,
): Money {
  let minor = 0n;
  for (const thing of things) {
    const amount = amountOf(thing);
    if (amount.currency !== code) throw new CurrencyMismatch(code, amount.currency);
    minor += amount.minor;
  }
  return { minor, currency: code };
}

export function equals(left: Money, right: Money): boolean {
  return left.currency === right.currency && left.minor === right.minor;
}

export function isZero(amount: Money): boolean {
  return amount.minor === 0n;
}

/** The smaller of two amounts of one currency. */
export function least(left: Money, right: Money): Money {
  sameCurrency(left, right);
  return left.minor <= right.minor ? left : right;
}
