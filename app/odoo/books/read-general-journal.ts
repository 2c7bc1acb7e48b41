import type { Journal } from '../../accounting/books';
import type { OdooClient } from '../client/odoo-client';
import { textOf } from '../client/row';

/** The journal in which Odoo itself puts an entry that names none: the first of type "Miscellaneous". */
export async function readGeneralJournal(client: OdooClient): Promise<Journal | undefined> {
  const [row] = await client.searchRead('account.journal', [['type', '=', 'general']], ['name', 'code'], {
    limit: 1,
  });
  return row && { id: row.id, code: textOf(row, 'code'), name: textOf(row, 'name') };
}
