import type { Prisma } from '@prisma/client';
import { calendarDate, type CalendarDate } from '../accounting/calendar-date';
import { currency as readCurrency } from '../accounting/currency';
import { dayKey, type DayMember, type DaySlot } from '../accounting/day-documents';
import type { DocumentKind } from '../accounting/document';
import { documentKey, orderId } from '../accounting/ids';
import type { Database } from './client';
import { readSums } from './day-sums';

/** 'open': agreements join it. 'making': its members are fixed. 'posted': it stands in Odoo. 'done': its orders know. */
export type DayState = 'open' | 'making' | 'posted' | 'done';

export interface DayRecord {
  readonly id: string;
  readonly key: string;
  readonly slot: DaySlot;
  readonly number: number;
  readonly state: DayState;
}

/** An agreement as a day's document holds it. */
export interface MemberRecord {
  readonly member: DayMember;
  readonly inputHash: string;
}

/** The days' documents that agreements are in, by the agreement's key. */
export async function daysOfAgreements(
  database: Database | Prisma.TransactionClient,
  shopId: string,
  keys: readonly string[],
): Promise<Map<string, DayRecord>> {
  const found = new Map<string, DayRecord>();
  for (let start = 0; start < keys.length; start += 5_000) {
    const rows = await database.dayMember.findMany({
      where: { shopId, agreementKey: { in: keys.slice(start, start + 5_000) } },
      select: { agreementKey: true, dayDocument: true },
    });
    for (const { agreementKey, dayDocument } of rows) found.set(agreementKey, recordOf(dayDocument));
  }
  return found;
}

/** Fixes the members of every document whose day is over. Answers those that are to be made. Ones without members go. */
export async function daysToMake(
  database: Database,
  shopId: string,
  today: CalendarDate,
): Promise<DayRecord[]> {
  await database.dayDocument.deleteMany({
    where: { shopId, state: { in: ['open', 'making'] }, members: { none: {} } },
  });
  await database.dayDocument.updateMany({
    where: { shopId, state: 'open', day: { lt: new Date(today) } },
    data: { state: 'making' },
  });
  return inState(database, shopId, 'making');
}

/** The documents of days that are over which hold any of these agreements, their members fixed; to be made, or made. */
export async function fixDaysOf(
  database: Database,
  shopId: string,
  keys: readonly string[],
  today: CalendarDate,
): Promise<DayRecord[]> {
  const records = new Map(
    [...(await daysOfAgreements(database, shopId, keys)).values()].map((one) => [one.id, one]),
  );
  const over = [...records.values()].filter(({ slot }) => slot.day < today);
  const open = over.flatMap(({ id, state }) => (state === 'open' ? [id] : []));
  await database.dayDocument.updateMany({ where: { shopId, id: { in: open } }, data: { state: 'making' } });
  return over
    .map((one): DayRecord => (one.state === 'open' ? { ...one, state: 'making' } : one))
    .sort((left, right) => (left.key < right.key ? -1 : 1));
}

/**
 * Fixes the members of these, whatever was done about them before: what was deleted in Odoo is made again as it was. Of one
 * that was found in Odoo only the agreements go in again that were seen since; the others are in no document then.
 */
export async function makeAgain(database: Database, shopId: string, ids: readonly string[]): Promise<void> {
  const here = { shopId, dayDocumentId: { in: [...ids] } };
  await database.$transaction([
    database.dayMember.deleteMany({ where: { ...here, sums: { equals: [] } } }),
    database.dayDocument.updateMany({ where: { shopId, id: { in: [...ids] } }, data: { state: 'making' } }),
  ]);
}

/** Whether any document waits for nothing but to be made, or for its orders to know. */
export async function daysWait(database: Database, shopId: string, today: CalendarDate): Promise<boolean> {
  const over = { state: 'open', day: { lt: new Date(today) } };
  const waiting = await database.dayDocument.findFirst({
    where: { shopId, OR: [over, { state: { in: ['making', 'posted'] } }] },
    select: { id: true },
  });
  return waiting !== null;
}

/** Documents that stand in Odoo and of which the orders have not been told yet. */
export function daysToTell(database: Database, shopId: string): Promise<DayRecord[]> {
  return inState(database, shopId, 'posted');
}

async function inState(database: Database, shopId: string, state: DayState): Promise<DayRecord[]> {
  const rows = await database.dayDocument.findMany({
    where: { shopId, state },
    orderBy: [{ day: 'asc' }, { key: 'asc' }],
  });
  return rows.map(recordOf);
}

export async function membersOfDay(
  database: Database,
  shopId: string,
  { id, slot }: DayRecord,
): Promise<MemberRecord[]> {
  const rows = await database.dayMember.findMany({
    where: { shopId, dayDocumentId: id },
    orderBy: [{ happenedAt: 'asc' }, { agreementKey: 'asc' }],
  });
  return rows.map((row) => ({
    member: {
      key: documentKey(row.agreementKey),
      order: { id: orderId(row.orderId), name: row.orderName },
      happenedAt: row.happenedAt.toISOString(),
      sums: readSums(row.sums, slot),
    },
    inputHash: row.inputHash,
  }));
}

export async function noteDay(
  database: Database,
  shopId: string,
  id: string,
  state: DayState,
  made: { readonly odooId?: number; readonly name?: string } = {},
): Promise<void> {
  await database.dayDocument.updateMany({ where: { shopId, id }, data: { state, ...made } });
}

/** Takes agreements out of a document that was made without them: they are in none then. */
export async function leaveDay(
  database: Database,
  shopId: string,
  id: string,
  keys: readonly string[],
): Promise<void> {
  const where = { shopId, dayDocumentId: id, agreementKey: { in: [...keys] } };
  await database.dayMember.deleteMany({ where });
}

/** Takes agreements out of documents that nothing of is made yet. */
export async function leaveOpenDays(
  database: Database,
  shopId: string,
  keys: readonly string[],
): Promise<void> {
  if (keys.length === 0) return;
  const where = { shopId, agreementKey: { in: [...keys] }, dayDocument: { state: 'open' } };
  await database.dayMember.deleteMany({ where });
}

/** Notes a document that was found in Odoo, with the agreements that it says it holds. What we know of it already stays. */
export async function keepFoundDay(
  database: Database,
  shopId: string,
  { slot, number }: Pick<DayRecord, 'slot' | 'number'>,
  found: { readonly odooId: number; readonly name: string },
  keys: readonly string[],
): Promise<void> {
  const key = dayKey(slot, number);
  const { country, currency, kind } = slot;
  if (await database.dayDocument.findFirst({ where: { shopId, key }, select: { id: true } })) return;
  const day = new Date(slot.day);
  await database.dayDocument.create({
    data: {
      ...{ shopId, key, day, country, currency, kind, number, state: 'posted', ...found },
      members: {
        createMany: { data: keys.map((one) => heldMember(shopId, one, day)), skipDuplicates: true },
      },
    },
  });
}

/** Notes agreements that a document in Odoo says it holds, and of which we knew nothing or thought otherwise. */
export async function keepHeld(
  database: Database,
  shopId: string,
  { id, slot }: DayRecord,
  keys: readonly string[],
): Promise<void> {
  const inOthers = { dayDocumentId: { not: id }, dayDocument: { state: { in: ['open', 'making'] } } };
  await database.$transaction([
    database.dayMember.deleteMany({ where: { shopId, agreementKey: { in: [...keys] }, ...inOthers } }),
    database.dayMember.createMany({
      data: keys.map((key) => ({ ...heldMember(shopId, key, new Date(slot.day)), dayDocumentId: id })),
      skipDuplicates: true,
    }),
  ]);
}

/** Of an agreement that Odoo alone knows of, nothing but its key is known until its order is seen. */
function heldMember(shopId: string, agreementKey: string, happenedAt: Date) {
  return { shopId, agreementKey, orderId: '', orderName: '', happenedAt, inputHash: '', sums: [] };
}

type Row = Awaited<ReturnType<Database['dayDocument']['findMany']>>[number];

export function recordOf(row: Row): DayRecord {
  const slot = {
    day: calendarDate(row.day.toISOString().slice(0, 10)),
    country: row.country,
    currency: readCurrency(row.currency),
    kind: row.kind as DocumentKind,
  };
  return { id: row.id, key: row.key, slot, number: row.number, state: row.state as DayState };
}
