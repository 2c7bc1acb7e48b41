import type { OdooClient } from '../client/odoo-client';
import { textOf } from '../client/row';
import { inChunks } from '../loading/in-chunks';

/** What stands below the lines of documents, as text: Odoo keeps it as HTML. A call per 250. */
export async function readNarrations(
  client: OdooClient,
  moveIds: readonly number[],
): Promise<Map<number, string>> {
  const found = new Map<number, string>();
  for (const ids of inChunks(moveIds, 250)) {
    const rows = await client.searchRead('account.move', [['id', 'in', ids]], ['narration']);
    for (const row of rows) found.set(row.id, textOf(row, 'narration').replace(/<[^>]*>/g, ' '));
  }
  return found;
}
