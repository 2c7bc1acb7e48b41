import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calendarDate } from '~/accounting/calendar-date';
import { currency } from '~/accounting/currency';
import { documentKey, orderId } from '~/accounting/ids';
import {
  daysOfAgreements,
  fixDaysOf,
  keepFoundDay,
  leaveDay,
  membersOfDay,
  noteDay,
  type DayRecord,
} from '~/database/day-documents';
import { joinDays } from '~/database/join-days';
import { addShop } from '~test/support/klopt-world';
import { createTestDatabase, type TestDatabase } from '~test/support/postgres';

const agreement = documentKey('agreement_1');

const joiner = {
  slot: { day: calendarDate('2026-11-03'), country: 'NL', currency: currency('EUR'), kind: 'invoice' },
  member: {
    key: agreement,
    order: { id: orderId('1'), name: '#1' },
    happenedAt: '2026-11-03T10:00:00.000Z',
    sums: [],
  },
  inputHash: '',
} as const;

describe('The records of days of two shops with an agreement of the same number', () => {
  let test: TestDatabase;
  let own: string;
  let other: string;
  let day: DayRecord;
  beforeAll(async () => {
    test = await createTestDatabase();
    own = await addShop(test, 'trade-wins.myshopify.com');
    other = await addShop(test, 'tulip-shop.myshopify.com');
    for (const shop of [own, other]) await joinDays(test.database, shop, [joiner]);
    day = (await daysOfAgreements(test.database, own, [agreement])).get(agreement) as DayRecord;
  });
  afterAll(() => test.drop());

  it('are each shop’s own', async () => {
    const ofOther = (await daysOfAgreements(test.database, other, [agreement])).get(agreement);
    expect(ofOther?.key).toBe(day.key);
    expect(ofOther?.id).not.toBe(day.id);
  });

  it('are not read, changed or left under the name of the other shop', async () => {
    await noteDay(test.database, other, day.id, 'done');
    await leaveDay(test.database, other, day.id, [agreement]);
    expect(await membersOfDay(test.database, other, day)).toEqual([]);
    expect(await membersOfDay(test.database, own, day)).toHaveLength(1);
    expect((await daysOfAgreements(test.database, own, [agreement])).get(agreement)).toEqual(day);
  });

  it('are changed and left under the shop’s own', async () => {
    await noteDay(test.database, own, day.id, 'making');
    expect((await daysOfAgreements(test.database, own, [agreement])).get(agreement)?.state).toBe('making');
    await leaveDay(test.database, own, day.id, [agreement]);
    expect(await membersOfDay(test.database, own, day)).toEqual([]);
  });
});

describe('A day of eight thousand agreements', () => {
  it('is joined, read and fixed as one of few is', async () => {
    const test = await createTestDatabase();
    const shop = await addShop(test, 'trade-wins.myshopify.com');
    const joiners = Array.from({ length: 8_000 }, (_, index) => ({
      ...joiner,
      member: { ...joiner.member, key: documentKey(`agreement_${String(index)}`) },
    }));
    await joinDays(test.database, shop, joiners);
    const keys = joiners.map(({ member }) => member.key);
    const [day, ...others] = await fixDaysOf(test.database, shop, keys, calendarDate('2026-11-04'));
    expect([day?.state, others]).toEqual(['making', []]);
    expect(await membersOfDay(test.database, shop, day as DayRecord)).toHaveLength(8_000);
    const slot = { ...joiner.slot, country: 'BE' };
    const found = joiners.map((_, index) => `agreement_${String(20_000 + index)}`);
    await keepFoundDay(test.database, shop, { slot, number: 1 }, { odooId: 1, name: 'INV/1' }, found);
    expect(await daysOfAgreements(test.database, shop, found)).toHaveProperty('size', 8_000);
    await test.drop();
  });
});
