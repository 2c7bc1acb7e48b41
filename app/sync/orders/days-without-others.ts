import type { Document } from '../../accounting/document';
import { keepHeld, leaveDay, noteDay, type DayRecord, type MemberRecord } from '../../database/day-documents';
import { askForOrders } from '../../database/orders';
import { readDocuments } from '../../odoo/documents/read-documents';
import { readNarrations } from '../../odoo/documents/read-narrations';
import type { DocumentWork } from '../draft-documents';
import type { ShopContext } from '../shop-context';
import { agreementsIn } from './day-narration';

/** A day's document with what it is made from. */
export interface Day {
  readonly record: DayRecord;
  readonly members: readonly MemberRecord[];
  readonly document: Document;
}

/**
 * Where a document stands posted already, it says itself which agreements it holds. Those of ours that it does not are in no
 * document then (their orders are asked for again, and they go into the next); those of which we know nothing belong to nobody's document but this one.
 */
export async function withoutOthers(
  { database, shop, now }: ShopContext,
  { client, module }: Pick<DocumentWork, 'client' | 'module'>,
  days: readonly Day[],
): Promise<Day[]> {
  const standing = await readDocuments({ client, module }, days);
  const posted = days.flatMap(({ document }) => {
    const inOdoo = standing.get(document.key);
    return inOdoo?.state === 'posted' ? [inOdoo.moveId] : [];
  });
  const narrations = await readNarrations(client, posted);
  const same: Day[] = [];
  for (const day of days) {
    const inOdoo = standing.get(day.document.key);
    const narration = narrations.get(inOdoo?.moveId ?? 0);
    const held = narration === undefined ? undefined : agreementsIn(narration);
    const others = held ? day.members.filter(({ member }) => !held.has(member.key)) : [];
    const known = day.members.every(({ member }) => member.sums.length > 0);
    const alike = !held || (known && others.length === 0 && held.size === day.members.length);
    if (alike || !inOdoo || held.size === 0) {
      same.push(day);
      continue;
    }
    const orders = others.map(({ member }) => ({ orderId: member.order.id, name: member.order.name }));
    await askForOrders(
      database,
      shop.id,
      orders.filter(({ orderId }) => orderId),
      'poll',
      now(),
    );
    await leaveDay(
      database,
      shop.id,
      day.record.id,
      others.map(({ member }) => member.key),
    );
    await keepHeld(database, shop.id, day.record, [...held]);
    await noteDay(database, shop.id, day.record.id, 'posted', { odooId: inOdoo.moveId, name: inOdoo.number });
  }
  return same;
}
