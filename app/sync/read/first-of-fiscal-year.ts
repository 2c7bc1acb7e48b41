import type { CalendarDate } from '../../accounting/calendar-date';
import { fiscalYearStart } from '../../odoo/books/fiscal-year';
import type { ShopContext } from '../shop-context';
import { todayIn } from '../today-in';

/** The first day of the fiscal year that today falls in, as Odoo has it; today is the shop's. */
export async function firstOfFiscalYear(context: ShopContext): Promise<CalendarDate> {
  return fiscalYearStart(await context.odoo(), todayIn(context));
}
