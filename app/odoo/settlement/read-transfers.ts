import type { OdooClient } from '../client/odoo-client';
import { flagOf, idOf } from '../client/row';
import { inChunks } from '../loading/in-chunks';

/**
 * Whether the transfer item of each of these statement lines is reconciled, by the line's id; a line that is not there
 * any more is left out. One call per 500 lines. Relies on the order in which the items were loaded: the clearing
 * account first, then the transfer account.
 */
export async function readTransfers(
  client: OdooClient,
  lineIds: readonly number[],
): Promise<Map<number, boolean>> {
  const reconciled = new Map<number, boolean>();
  for (const ids of inChunks(lineIds, 500)) {
    const rows = await client.searchRead(
      'account.move.line',
      [['statement_line_id', 'in', ids]],
      ['statement_line_id', 'reconciled'],
      { order: 'id' },
    );
    const met = new Set<number>();
    for (const row of rows) {
      const lineId = idOf(row, 'statement_line_id');
      if (lineId === undefined) continue;
      if (met.has(lineId) && !reconciled.has(lineId)) reconciled.set(lineId, flagOf(row, 'reconciled'));
      met.add(lineId);
    }
  }
  return reconciled;
}
