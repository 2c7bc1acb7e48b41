import type { CalendarDate } from '../accounting/calendar-date';
import { bindingsOf } from '../database/bindings';
import type { OdooClient } from '../odoo/client/odoo-client';
import { readLineDates } from '../odoo/settlement/read-line-dates';
import type { Standing } from './booked-days';
import type { ShopContext } from './shop-context';

/** On which days the payout's entries stand in Odoo, and which of them an earlier run has proven. */
export async function whatStands(
  { database, shop }: ShopContext,
  client: OdooClient,
  {
    linesStanding,
    ...stands
  }: Pick<Standing, 'books' | 'documents'> & { linesStanding: ReadonlyMap<string, number> },
): Promise<Standing> {
  const dates = await readLineDates(client, [...linesStanding.values()]);
  const names = [...stands.documents.keys(), ...linesStanding.keys()];
  const proven = await bindingsOf(database, shop.id, names);
  const lineDates = new Map<string, CalendarDate>();
  for (const [key, id] of linesStanding) {
    const date = dates.get(id);
    if (date) lineDates.set(key, date);
  }
  return { ...stands, lineDates, proven };
}
