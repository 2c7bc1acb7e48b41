import { dateIn, type CalendarDate } from '../accounting/calendar-date';
import type { ShopContext } from './shop-context';

/** The shop's own day. */
export function todayIn({ now, shop }: Pick<ShopContext, 'now' | 'shop'>): CalendarDate {
  return dateIn(now().toISOString(), shop.timeZone);
}
