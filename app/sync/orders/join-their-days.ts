import type { Document } from '../../accounting/document';
import type { DocumentKey } from '../../accounting/ids';
import { makeAgain, type DayRecord } from '../../database/day-documents';
import { joinDays, type Joiner } from '../../database/join-days';
import type { OdooClient } from '../../odoo/client/odoo-client';
import type { DocumentInOdoo } from '../../odoo/documents/draft-items';
import type { ShopContext } from '../shop-context';
import type { FetchedOrder } from '../understand-order';
import { joinerOf } from './joiner-of';

/** What is known of agreements before they join their days. */
export interface KnownOfDays {
  readonly client: OdooClient;
  readonly standing: ReadonlyMap<DocumentKey, DocumentInOdoo>;
  /** The days' documents that agreements are in. */
  readonly days: ReadonlyMap<string, DayRecord>;
}

/** Agreements with the documents of a day that they belong in; of orders that were read. */
export function joinersOf(
  agreements: readonly Document[],
  orders: ReadonlyMap<string, FetchedOrder>,
  timeZone: string,
): Joiner[] {
  return agreements.flatMap((document) => {
    const known = orders.get(document.order.id);
    return known ? [joinerOf(document, known.order, timeZone)] : [];
  });
}

/** Notes agreements in the documents of their days, for good, before anything of those goes to Odoo. */
export async function joinTheirDays(
  { database, shop }: ShopContext,
  joiners: readonly Joiner[],
  { client, standing, days }: KnownOfDays,
): Promise<void> {
  // A draft of its own, from when orders had one each.
  const drafts = joiners.flatMap(({ member: { key } }) =>
    days.has(key) ? [] : (standing.get(key)?.moveId ?? []),
  );
  if (drafts.length > 0) await client.unlink('account.move', drafts);
  // Somebody deleted in Odoo the document that they are in: it is made again as it was.
  const gone = joiners.flatMap(({ member }) => {
    const day = days.get(member.key);
    return day && (day.state === 'posted' || day.state === 'done') ? [day.id] : [];
  });
  if (gone.length > 0) await makeAgain(database, shop.id, [...new Set(gone)]);
  await joinDays(database, shop.id, joiners);
}
