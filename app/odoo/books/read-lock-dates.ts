import type { CalendarDate } from '../../accounting/calendar-date';
import type { LockDates } from '../../accounting/lock-dates';
import type { OdooClient, OdooRow } from '../client/odoo-client';
import { dateOf } from '../client/row';

/**
 * The lock dates of 17 and before; of 18 and later as they hold for our user (`user_…` counts the exceptions granted).
 * 17's `period_lock_date` binds all but advisers; it is kept for everyone.
 */
const fieldsByKind = {
  everything: [
    'period_lock_date',
    'fiscalyear_lock_date',
    'user_fiscalyear_lock_date',
    'user_hard_lock_date',
  ],
  sales: ['user_sale_lock_date'],
  tax: ['tax_lock_date', 'user_tax_lock_date'],
} as const;

/** Fields of `res.company` to read so that `lockDatesIn` finds them. */
export async function lockDateFields(client: OdooClient): Promise<string[]> {
  const known = await client.fieldsGet('res.company');
  const own = 'user_fiscalyear_lock_date' in known;
  return Object.values(fieldsByKind)
    .flat()
    .filter((field) => field in known && (!own || field.startsWith('user_')));
}

export function lockDatesIn(company: OdooRow): LockDates {
  const latest = (fields: readonly string[]): CalendarDate | undefined =>
    fields
      .flatMap((field) => (field in company ? (dateOf(company, field) ?? []) : []))
      // Odoo's "never" is the first day of the year 1, written `1-01-01`.
      .filter((date) => /^[1-9]\d{3}-/.test(date))
      .sort()
      .at(-1);
  const everything = latest(fieldsByKind.everything);
  const sales = latest(fieldsByKind.sales);
  const tax = latest(fieldsByKind.tax);
  return { ...(everything ? { everything } : {}), ...(sales ? { sales } : {}), ...(tax ? { tax } : {}) };
}
