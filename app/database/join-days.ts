import type { Prisma } from '@prisma/client';
import { dayKey, type DaySlot } from '../accounting/day-documents';
import type { Database } from './client';
import { daysOfAgreements, recordOf, type DayRecord, type MemberRecord } from './day-documents';
import { sumsJson } from './day-sums';

export interface Joiner extends MemberRecord {
  readonly slot: DaySlot;
}

/** The document that agreements go in: the open one of their day, country, currency and kind, else the next of its kind. */
export interface DayPlace {
  readonly slot: DaySlot;
  readonly number: number;
  /** Absent where there is none yet. */
  readonly open?: DayRecord;
  readonly joiners: readonly Joiner[];
}

/** Where agreements go that are in no document, or in one that is still open. Those of any other stay where they are. */
export async function placesInDays(
  database: Database | Prisma.TransactionClient,
  shopId: string,
  joiners: readonly Joiner[],
): Promise<DayPlace[]> {
  const inDays = await daysOfAgreements(
    database,
    shopId,
    joiners.map(({ member }) => member.key),
  );
  const bySlot = new Map<string, Joiner[]>();
  for (const joiner of joiners) {
    if ((inDays.get(joiner.member.key)?.state ?? 'open') !== 'open') continue;
    const place = dayKey(joiner.slot, 1);
    const together = bySlot.get(place);
    if (together) together.push(joiner);
    else bySlot.set(place, [joiner]);
  }
  const places: DayPlace[] = [];
  for (const together of bySlot.values()) {
    const [first] = together;
    if (first) places.push({ ...(await placeOf(database, shopId, first.slot)), joiners: together });
  }
  return places;
}

async function placeOf(
  database: Database | Prisma.TransactionClient,
  shopId: string,
  slot: DaySlot,
): Promise<Omit<DayPlace, 'joiners'>> {
  const { country, currency, kind } = slot;
  const where = { shopId, day: new Date(slot.day), country, currency, kind };
  const open = await database.dayDocument.findFirst({ where: { ...where, state: 'open' } });
  if (open) return { slot, number: open.number, open: recordOf(open) };
  const last = await database.dayDocument.aggregate({ where, _max: { number: true } });
  return { slot, number: (last._max.number ?? 0) + 1 };
}

/**
 * Puts agreements in the open document of their day, country, currency and kind; where there is none in a new one, the next
 * of its kind. All or nothing. An agreement that is in one already stays there; while that is open, with its figures of now.
 */
export async function joinDays(
  database: Database,
  shopId: string,
  joiners: readonly Joiner[],
): Promise<void> {
  if (joiners.length === 0) return;
  await database.$transaction(
    async (rows) => {
      const places = await placesInDays(rows, shopId, joiners);
      const keys = places.flatMap((place) => place.joiners.map(({ member }) => member.key));
      await rows.dayMember.deleteMany({ where: { shopId, agreementKey: { in: keys } } });
      for (const place of places) {
        const dayDocumentId = place.open?.id ?? (await openNext(rows, shopId, place));
        await rows.dayMember.createMany({
          data: place.joiners.map(({ member, inputHash }) => ({
            shopId,
            dayDocumentId,
            agreementKey: member.key,
            orderId: member.order.id,
            orderName: member.order.name,
            happenedAt: new Date(member.happenedAt),
            inputHash,
            sums: sumsJson(member.sums),
          })),
        });
      }
    },
    // A payout may bring the orders of a whole day.
    { timeout: 120_000, maxWait: 20_000 },
  );
}

async function openNext(
  rows: Prisma.TransactionClient,
  shopId: string,
  { slot, number }: DayPlace,
): Promise<string> {
  const { country, currency, kind } = slot;
  const key = dayKey(slot, number);
  const day = new Date(slot.day);
  const made = await rows.dayDocument.create({
    data: { shopId, key, day, country, currency, kind, number },
    select: { id: true },
  });
  return made.id;
}
