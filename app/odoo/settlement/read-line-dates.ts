import type { CalendarDate } from '../../accounting/calendar-date';
import type { OdooClient } from '../client/odoo-client';
import { dateOf } from '../client/row';
import { inChunks } from '../loading/in-chunks';

/** The dates on which statement lines stand, by their id. One call per 1,000. */
export async function readLineDates(
  client: OdooClient,
  lineIds: readonly number[],
): Promise<Map<number, CalendarDate>> {
  const dates = new Map<number, CalendarDate>();
  for (const ids of inChunks(lineIds, 1000)) {
    const rows = await client.searchRead('account.bank.statement.line', [['id', 'in', ids]], ['date']);
    for (const row of rows) {
      const date = dateOf(row, 'date');
      if (date) dates.set(row.id, date);
    }
  }
  return dates;
}
