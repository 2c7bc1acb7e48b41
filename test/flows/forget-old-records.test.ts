import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteStep } from '~/database/runs';
import { forgetOldRecords } from '~/jobs/forget-old-records';
import type { TaskContext } from '~/jobs/task';
import { createTestDatabase, type TestDatabase } from '~test/support/postgres';

const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 3600 * 1000);

describe('What is over is deleted by the clock', () => {
  let test: TestDatabase;
  let shopId: string;
  let otherId: string;
  beforeAll(async () => {
    test = await createTestDatabase();
    shopId = (await test.database.shop.create({ data: { domain: 'any.myshopify.com' } })).id;
    otherId = (await test.database.shop.create({ data: { domain: 'other.myshopify.com' } })).id;
  });
  afterAll(() => test.drop());

  const forget = () => forgetOldRecords({}, { database: test.database } as unknown as TaskContext);

  it('webhook deliveries after a week', async () => {
    const delivery = (eventId: string, days: number) => ({
      ...{ domain: 'any.myshopify.com', topic: 'orders/updated', eventId },
      receivedAt: daysAgo(days),
    });
    await test.database.webhookDelivery.createMany({ data: [delivery('young', 6), delivery('old', 8)] });
    await forget();
    expect((await test.database.webhookDelivery.findMany()).map(({ eventId }) => eventId)).toEqual(['young']);
  });

  it('findings that were resolved a quarter ago, and never one that is open', async () => {
    const finding = (objectId: string, resolvedAt: Date | null) => ({
      ...{ shopId, kind: 'tax-unmapped', severity: 'blocks', objectType: 'tax', objectId, body: {} },
      ...{ resolvedAt, createdAt: daysAgo(400) },
    });
    await test.database.finding.createMany({
      data: [finding('open', null), finding('lately', daysAgo(89)), finding('long ago', daysAgo(91))],
    });
    await forget();
    const left = await test.database.finding.findMany({ orderBy: { objectId: 'asc' } });
    expect(left.map(({ objectId }) => objectId)).toEqual(['lately', 'open']);
  });

  it('runs that ended a quarter ago, but none that posted a payout, nor the last of its kind', async () => {
    const run = (id: string, kind: string, ended: number | null, more: object = {}) => ({
      ...{ id, kind, shopId, state: ended === null ? 'waiting' : 'done' },
      createdAt: daysAgo(ended ?? 200),
      finishedAt: ended === null ? null : daysAgo(ended),
      ...more,
    });
    await test.database.run.createMany({
      data: [
        run('old poll', 'discover-orders', 91),
        run('young poll', 'discover-orders', 89),
        run('old history', 'backfill', 300),
        run('last history', 'backfill', 200),
        run('poll of another shop', 'discover-orders', 91, { shopId: otherId }),
        run('old preview', 'preview-payout', 91, { payoutId: '71' }),
        run('last preview', 'preview-payout', 1, { payoutId: '72' }),
        run('posted a payout', 'sync-payout', 200, { payoutId: '71' }),
        run('posted it again', 'sync-payout', 1, { payoutId: '71' }),
        run('unfinished', 'sync-orders', null),
      ],
    });
    await noteStep(test.database, { id: 'old poll', shopId }, 'orders', 'begun');
    await forget();
    const left = (await test.database.run.findMany()).map(({ id }) => id);
    expect(new Set(left)).toEqual(
      new Set([
        'young poll',
        'last history',
        'poll of another shop',
        'last preview',
        'posted a payout',
        'posted it again',
        'unfinished',
      ]),
    );
    expect(await test.database.runStep.count()).toBe(0);
  });
});
