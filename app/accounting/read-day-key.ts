import { calendarDate } from './calendar-date';
import { currency } from './currency';
import type { DaySlot } from './day-documents';

const form = /^day_(\d{4}-\d{2}-\d{2})_([A-Z]{2})_([A-Z]{3})_(invoice|credit-note)(?:_(\d+))?$/;

/** What a day's document is of, from its key; undefined for any other text. */
export function readDayKey(key: string): { readonly slot: DaySlot; readonly number: number } | undefined {
  const [, day = '', country = '', unit = '', kind, number = '1'] = form.exec(key) ?? [];
  if (kind !== 'invoice' && kind !== 'credit-note') return undefined;
  return {
    slot: { day: calendarDate(day), country, currency: currency(unit), kind },
    number: Number(number),
  };
}
