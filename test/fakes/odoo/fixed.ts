import { written } from './row';

/**
 * Exact decimals for quantities, prices, rates and percentages: bigints of 10^-18. Odoo computes these in floats and
 * rounds half away from zero within an epsilon; so does `toMinor`, without ever holding money in a float.
 */
const SCALE = 18;
export const ONE = 10n ** BigInt(SCALE);
const EPSILON = 10n ** 6n;

/** A JSON number or a decimal string of Odoo, exactly as written. */
export function fixed(value: unknown): bigint {
  if (value === null || value === undefined || value === false || value === '') return 0n;
  const digits = typeof value === 'number' ? plain(value) : written(value).trim();
  const match = /^([-+]?)(\d*)(?:\.(\d*))?$/.exec(digits);
  if (!match) throw new Error(`'${digits}' is not a number`);
  const fraction = (match[3] ?? '').slice(0, SCALE).padEnd(SCALE, '0');
  const size = BigInt(match[2] || '0') * ONE + BigInt(fraction || '0');
  return match[1] === '-' ? -size : size;
}

function plain(value: number): string {
  const written = String(value);
  return written.includes('e') ? value.toFixed(12) : written;
}

export const times = (a: bigint, b: bigint): bigint => divideRounded(a * b, ONE);
export const over = (a: bigint, b: bigint): bigint => divideRounded(a * ONE, b);

/** Rounds half away from zero to a whole number of minor units. */
export function toMinor(value: bigint, digits: number): bigint {
  const unit = 10n ** BigInt(SCALE - digits);
  const sign = value < 0n ? -1n : 1n;
  const size = value < 0n ? -value : value;
  return sign * ((size + EPSILON + unit / 2n) / unit);
}

export const fromMinor = (minor: bigint, digits: number): bigint => minor * 10n ** BigInt(SCALE - digits);

/** Money of the wire, rounded to the currency's digits. */
export const minorOf = (value: unknown, digits: number): bigint => toMinor(fixed(value), digits);

/** Money for the wire: a JSON number, made from its exact decimal text. */
export function numberOf(minor: bigint, digits: number): number {
  return Number(decimalText(minor, digits));
}

export function decimalText(minor: bigint, digits: number): string {
  const sign = minor < 0n ? '-' : '';
  const figures = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0');
  if (digits === 0) return sign + figures;
  return `${sign}${figures.slice(0, -digits)}.${figures.slice(-digits)}`;
}

function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const negative = dividend < 0n !== divisor < 0n;
  const a = dividend < 0n ? -dividend : dividend;
  const b = divisor < 0n ? -divisor : divisor;
  const size = (a * 2n + b) / (b * 2n);
  return negative ? -size : size;
}
