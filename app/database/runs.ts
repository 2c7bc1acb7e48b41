import { Prisma } from '@prisma/client';
import type { RunStage, RunState, RunView } from '../views/payout-view';
import type { Finding } from '../accounting/finding';
import type { Database } from './client';
import { findingJson } from './findings';

export type RunKind = RunView['kind'];
export type RunOutcome = NonNullable<RunView['outcome']>;
export type RunRecord = NonNullable<Awaited<ReturnType<Database['run']['findUnique']>>>;

/** A run and whose it is: every query names both. */
export type RunOfShop = Pick<RunRecord, 'id' | 'shopId'>;

const unfinished: RunState[] = ['queued', 'running', 'waiting'];

/**
 * Begins a run, or answers the one of that kind that is under way for the payout: two clicks, two browsers, two
 * workers make one run. The database's own unique index decides.
 */
export async function beginRun(
  database: Database,
  shopId: string,
  kind: RunKind,
  options: { payoutId?: string; startedBy?: string } = {},
): Promise<{ run: RunRecord; begun: boolean }> {
  for (;;) {
    const under = await unfinishedRun(database, shopId, kind, options.payoutId);
    if (under) return { run: under, begun: false };
    try {
      const run = await database.run.create({
        data: {
          shopId,
          kind,
          payoutId: options.payoutId ?? null,
          startedBy: options.startedBy ?? null,
          stage: 'queued',
        },
      });
      return { run, begun: true };
    } catch (error) {
      if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== 'P2002') throw error;
    }
  }
}

export async function unfinishedRun(
  database: Database,
  shopId: string,
  kind: RunKind,
  payoutId: string | undefined,
): Promise<RunRecord | null> {
  return database.run.findFirst({
    where: { shopId, kind, payoutId: payoutId ?? null, state: { in: unfinished } },
  });
}

/** Whether any run of the shop waits for its turn or is under way; not one that waits for an outside system. */
export async function isAtWork(database: Database, shopId: string): Promise<boolean> {
  const run = await database.run.findFirst({
    where: { shopId, state: { in: ['queued', 'running'] } },
    select: { id: true },
  });
  return run !== null;
}

/** The latest run of each payout. */
export async function latestRuns(
  database: Database,
  shopId: string,
  payoutIds: readonly string[],
): Promise<Map<string, RunRecord>> {
  const rows = await database.run.findMany({
    where: { shopId, kind: 'sync-payout', payoutId: { in: [...payoutIds] } },
    orderBy: [{ payoutId: 'asc' }, { createdAt: 'desc' }],
    distinct: ['payoutId'],
  });
  return new Map(rows.flatMap((row) => (row.payoutId ? [[row.payoutId, row] as const] : [])));
}

export async function runsOfPayout(
  database: Database,
  shopId: string,
  payoutId: string,
): Promise<RunRecord[]> {
  return database.run.findMany({
    where: { shopId, payoutId, kind: { not: 'preview-payout' } },
    orderBy: { createdAt: 'desc' },
    take: 20,
  });
}

/** Notes where a run is. Progress within a stage is written at most a few times a second by the caller. */
export async function noteStage(
  database: Database,
  run: RunOfShop,
  stage: RunStage,
  done: number,
  total: number,
): Promise<void> {
  await database.run.update({
    where: { id: run.id, shopId: run.shopId },
    data: { stage, stageDone: done, stageTotal: total, state: 'running', heartbeatAt: new Date() },
  });
}

export async function noteStart(database: Database, run: RunOfShop): Promise<void> {
  await database.run.update({
    where: { id: run.id, shopId: run.shopId },
    data: { state: 'running', startedAt: new Date(), heartbeatAt: new Date(), attempt: { increment: 1 } },
  });
}

/** Ends a run, or puts it aside until `retryAt`. */
export async function noteEnd(
  database: Database,
  run: RunOfShop,
  state: Exclude<RunState, 'queued' | 'running'>,
  outcome: RunOutcome,
  message: { readonly retryAt?: Date; readonly findings?: readonly Finding[] } = {},
): Promise<void> {
  const finding = message.findings?.[0];
  await database.run.update({
    where: { id: run.id, shopId: run.shopId },
    data: {
      state,
      outcome: outcome,
      message: {
        ...(message.retryAt ? { retryAt: message.retryAt.toISOString() } : {}),
        ...(finding ? { finding: findingJson(finding) } : {}),
      },
      ...(state === 'waiting' ? {} : { finishedAt: new Date(), stage: 'done' }),
      heartbeatAt: new Date(),
    },
  });
}

/** A step of a run, written before and after: what a person (and a resumed run) reads of what happened. */
export async function noteStep(
  database: Database,
  run: RunOfShop,
  name: string,
  state: 'begun' | 'done',
  detail: Prisma.InputJsonValue = {},
): Promise<void> {
  const ofShop = { id: run.id, shopId: run.shopId };
  if (state === 'done') {
    const open = await database.runStep.findFirst({
      where: { run: ofShop, name, finishedAt: null },
      orderBy: { seq: 'desc' },
      select: { id: true },
    });
    if (open) {
      await database.runStep.update({
        where: { id: open.id, run: ofShop },
        data: { state, detail, finishedAt: new Date() },
      });
      return;
    }
  }
  const last = await database.runStep.aggregate({ where: { run: ofShop }, _max: { seq: true } });
  await database.runStep.create({
    data: {
      run: { connect: ofShop },
      seq: (last._max.seq ?? 0) + 1,
      name,
      state,
      detail,
      ...(state === 'done' ? { finishedAt: new Date() } : {}),
    },
  });
}

/**
 * Deletes runs of all shops that ended before a moment. Those that posted a payout stay: the payout's page tells of them,
 * and they say that its posting has begun. Of each other kind the last one of a shop stays: when it was last looked.
 */
export async function forgetRuns(database: Database, before: Date): Promise<number> {
  return database.$executeRaw`
    DELETE FROM "Run" WHERE "finishedAt" < ${before.toISOString()}::timestamptz AT TIME ZONE 'UTC'
      AND "kind" <> 'sync-payout'
      AND "id" NOT IN (SELECT DISTINCT ON ("shopId", "kind") "id" FROM "Run" WHERE "finishedAt" IS NOT NULL
        ORDER BY "shopId", "kind", "createdAt" DESC)`;
}
