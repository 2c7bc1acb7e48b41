import type { Document } from '../../accounting/document';
import { leaveOpenDays } from '../../database/day-documents';
import type { ShopContext } from '../shop-context';

/** What gets a document of its own waits for no day's any longer: noted before the first goes to Odoo, so that no crash books it twice. */
export async function leaveTheirDays(
  { database, shop }: ShopContext,
  documents: readonly Document[],
): Promise<void> {
  await leaveOpenDays(
    database,
    shop.id,
    documents.map(({ key }) => key),
  );
}
