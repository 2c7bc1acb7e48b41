import { dayDocument } from '../accounting/day-documents';
import type { Document } from '../accounting/document';
import type { DocumentKey } from '../accounting/ids';
import { membersOfDay, type DayRecord } from '../database/day-documents';
import { placesInDays } from '../database/join-days';
import type { DocumentInOdoo } from '../odoo/documents/draft-items';
import { joinersOf, type KnownOfDays } from './orders/join-their-days';
import type { ShopContext } from './shop-context';
import type { FetchedOrder } from './understand-order';
import { todayIn } from './today-in';

/** A day's document that stands in Odoo, as it was made. */
export interface StandingDay {
  readonly document: Document;
  readonly inOdoo: DocumentInOdoo;
}

/** Agreements that wait for the documents of their days. */
export interface WaitingForDays {
  readonly forDay: readonly Document[];
  readonly orders: ReadonlyMap<string, FetchedOrder>;
  /** The days' documents that some of them are in. */
  readonly days: ReadonlyMap<string, DayRecord>;
}

/**
 * The documents that `makeDaysOfPlan` makes, of days that are over: with all that is in them already, and these agreements.
 * Writes nothing.
 */
export async function daysOfPlan(
  context: ShopContext,
  { forDay, orders, days }: WaitingForDays,
): Promise<Document[]> {
  const { database, shop } = context;
  const today = todayIn(context);
  const joiners = joinersOf(forDay, orders, shop.timeZone);
  const places = await placesInDays(database, shop.id, joiners);
  const joining = new Set(places.flatMap((place) => place.joiners.map(({ member }) => member.key)));
  const planned: Document[] = [];
  for (const { slot, number, open, joiners: fresh } of places) {
    if (slot.day >= today) continue;
    const there = open ? await membersOfDay(database, shop.id, open) : [];
    const stay = there.filter(({ member }) => !joining.has(member.key));
    planned.push(
      dayDocument(
        slot,
        number,
        [...stay, ...fresh].map(({ member }) => member),
      ),
    );
  }
  const fixed = forDay.flatMap(({ key }) => {
    const day = days.get(key);
    return day && !joining.has(key) ? [[day.id, day] as const] : [];
  });
  for (const day of new Map(fixed).values()) {
    const { known } = await knownMembers(context, day);
    if (known.length > 0) planned.push(dayDocument(day.slot, day.number, known));
  }
  return planned.sort((left, right) => (left.key < right.key ? -1 : 1));
}

/** The documents of days that stand. Not of one of whose agreements we know no more than their names. */
export async function standingDaysOf(
  context: ShopContext,
  { days, standing }: KnownOfDays,
): Promise<StandingDay[]> {
  const stand = [...days].flatMap(([key, day]) => {
    const inOdoo = standing.get(key as DocumentKey);
    return inOdoo?.state === 'posted' ? [[day.id, { day, inOdoo }] as const] : [];
  });
  const whole: StandingDay[] = [];
  for (const { day, inOdoo } of new Map(stand).values()) {
    const { all, known } = await knownMembers(context, day);
    if (all.length === 0 || known.length < all.length) continue;
    whole.push({ document: dayDocument(day.slot, day.number, known), inOdoo });
  }
  return whole;
}

/** Of an agreement that Odoo alone knows of there are no sums until its order is seen. */
async function knownMembers({ database, shop }: ShopContext, day: DayRecord) {
  const all = (await membersOfDay(database, shop.id, day)).map(({ member }) => member);
  return { all, known: all.filter(({ sums }) => sums.length > 0) };
}
