import { calendarDate, type CalendarDate } from '../../accounting/calendar-date';
import type { BackfillRecord } from '../../database/backfills';
import type { ShopContext } from '../shop-context';
import { openOrderDesk, type OrderDesk } from './order-desk';

/** The first day that a backfill reaches back to; undefined for all. */
export function firstDayOf({ since }: BackfillRecord): CalendarDate | undefined {
  return since ? calendarDate(since.toISOString().slice(0, 10)) : undefined;
}

/** The desk for a shop's history: what the backfill reaches back to is for the books, whatever the start date was. */
export async function openHistoryDesk(context: ShopContext, backfill: BackfillRecord): Promise<OrderDesk> {
  const desk = await openOrderDesk(context);
  const first = firstDayOf(backfill);
  const { since, ...documents } = desk.settings.documents;
  if (since === undefined || (first !== undefined && since <= first)) return desk;
  return {
    ...desk,
    settings: { ...desk.settings, documents: { ...documents, ...(first ? { since: first } : {}) } },
  };
}
