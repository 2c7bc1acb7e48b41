import { dateIn, type CalendarDate } from '../../accounting/calendar-date';
import { fiscalYearStart } from '../../odoo/books/fiscal-year';
import type { ShopContext } from '../shop-context';

/** The first day of the fiscal year that today falls in, as Odoo has it; today is the shop's. */
export async function firstOfFiscalYear({ odoo, shop, now }: ShopContext): Promise<CalendarDate> {
  return fiscalYearStart(await odoo(), dateIn(now().toISOString(), shop.timeZone));
}
