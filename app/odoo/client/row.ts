import type { CalendarDate } from '../../accounting/calendar-date';
import { digitsOf, type Currency } from '../../accounting/currency';
import { parseMoney, type Money } from '../../accounting/money';

type Row = Readonly<Record<string, unknown>>;

/** The text of a field; '' where Odoo has nothing (it says `false`). */
export function textOf(row: Row, field: string): string {
  const value = row[field];
  return typeof value === 'string' ? value : '';
}

export function flagOf(row: Row, field: string): boolean {
  return row[field] === true;
}

export function numberOf(row: Row, field: string): number {
  const value = row[field];
  if (typeof value !== 'number') throw new TypeError(`Odoo answered no number in ${field}`);
  return value;
}

/** The id of a many2one; undefined where it is empty. */
export function idOf(row: Row, field: string): number | undefined {
  const value = row[field];
  if (Array.isArray(value) && typeof value[0] === 'number') return value[0];
  return typeof value === 'number' ? value : undefined;
}

/** The name that comes with a many2one. */
export function nameOf(row: Row, field: string): string {
  const value = row[field];
  return Array.isArray(value) && typeof value[1] === 'string' ? value[1] : '';
}

export function idsOf(row: Row, field: string): number[] {
  const value = row[field];
  return Array.isArray(value) ? value.filter((id): id is number => typeof id === 'number') : [];
}

export function dateOf(row: Row, field: string): CalendarDate | undefined {
  const value = row[field];
  // Odoo writes its dates as YYYY-MM-DD, which is what a CalendarDate is.
  return typeof value === 'string' && value !== '' ? (value.slice(0, 10) as CalendarDate) : undefined;
}

/**
 * A JSON number of Odoo's as an exact amount: Odoo rounds to the currency's digits, JSON only lost that it did. Two more
 * digits are written than the currency has, so that what floats add vanishes and an amount of another currency's digits
 * is refused (NotAnAmount), never rounded away.
 */
export function moneyOf(row: Row, field: string, currency: Currency): Money {
  return parseMoney(numberOf(row, field).toFixed(digitsOf(currency) + 2), currency);
}
