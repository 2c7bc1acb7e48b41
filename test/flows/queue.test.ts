import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LivingWorkers } from '~/jobs/living-workers';
import { openQueue, type Queue } from '~/jobs/queue';
import { shopLock } from '~/jobs/shop-lock';
import type { Tasks } from '~/jobs/task';
import { DONE } from '~/jobs/verdict';
import { createLog } from '~/server/log';
import { startWorker } from '~/server/worker';
import { ShopifyUnreachable } from '~/shopify/shopify-error';
import { createTestDatabase, type TestDatabase } from '~test/support/postgres';
import { secretsWith } from '~/database/secret';

const log = createLog({ LOG_LEVEL: 'silent', TERMINAL_LOG: false });

async function until(condition: () => boolean | Promise<boolean>, patience = 15_000): Promise<void> {
  const end = Date.now() + patience;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('waited in vain');
    await sleep(20);
  }
}

describe('The queue', () => {
  let test: TestDatabase;
  let queue: Queue;
  beforeAll(async () => {
    test = await createTestDatabase();
    queue = await openQueue(test.pool);
  });
  afterAll(async () => {
    await queue.close();
    await test.drop();
  });

  const work = (tasks: Tasks) =>
    startWorker({
      databaseUrl: test.url,
      pool: test.pool,
      tasks,
      crontab: '',
      surroundings: {
        database: test.database,
        secrets: secretsWith(Buffer.alloc(32).toString('base64')),
        queue,
        log,
        withShopLock: shopLock(test.pool),
        accessToken: () => Promise.resolve('token'),
        fetch,
      },
      concurrency: 4,
      shutdownSeconds: 2,
      log,
      onLost: (error) => {
        throw error;
      },
    });

  it('runs a shop’s jobs one at a time and in their order, several shops side by side, whichever worker takes them', async () => {
    const ended: string[] = [];
    const now = new Set<string>();
    const together: string[] = [];
    let most = 0;
    const tasks: Tasks = {
      'sync-payout': async ({ runId }) => {
        const shop = runId.slice(0, 1);
        if (now.has(shop)) together.push(runId);
        now.add(shop);
        most = Math.max(most, now.size);
        // The first of a shop is the slowest: order cannot come from speed.
        await sleep(runId.endsWith('0') ? 120 : 15);
        now.delete(shop);
        ended.push(runId);
        return DONE;
      },
    };
    for (let index = 0; index < 6; index += 1) {
      for (const shopId of ['a', 'b', 'c'])
        await queue.enqueue('sync-payout', { runId: `${shopId}${index}` }, { shopId });
    }
    const workers = [await work(tasks), await work(tasks)];
    await until(() => ended.length === 18);
    for (const worker of workers) await worker.stop();
    expect(together).toEqual([]);
    for (const shop of ['a', 'b', 'c']) {
      const order = [0, 1, 2, 3, 4, 5].map((index) => `${shop}${index}`);
      expect(ended.filter((runId) => runId.startsWith(shop))).toEqual(order);
    }
    expect(most).toBeGreaterThan(1);
  });

  it('asks again later what could not be done now, and lets the shop’s other jobs pass', async () => {
    const seen: string[] = [];
    const worker = await work({
      'sync-payout': async ({ runId }, { attempt }) => {
        seen.push(`${runId}.${attempt}`);
        if (runId === 'late' && attempt === 1) return { kind: 'again-later', seconds: 1, reason: 'closed' };
        return DONE;
      },
    });
    await queue.enqueue('sync-payout', { runId: 'late' }, { shopId: 'd', jobKey: 'run:late' });
    await queue.enqueue('sync-payout', { runId: 'next' }, { shopId: 'd' });
    await until(() => seen.length === 3);
    await worker.stop();
    expect(seen).toEqual(['late.1', 'next.1', 'late.2']);
  });

  it('takes an error of Shopify for what it says: later, or never', async () => {
    const worker = await work({
      'sync-payout': async ({ runId }) => {
        if (runId === 'away') throw new ShopifyUnreachable('no answer');
        throw new TypeError('a slip of ours');
      },
    });
    await queue.enqueue('sync-payout', { runId: 'slip' }, { shopId: 'e' });
    await queue.enqueue('sync-payout', { runId: 'away' }, { shopId: 'e' });
    const waiting = async () =>
      (
        await test.pool.query<{ seconds: number }>(
          `SELECT extract(epoch FROM run_at - now())::float AS seconds FROM graphile_worker.jobs WHERE queue_name = 'shop:e'`,
        )
      ).rows;
    await until(async () => {
      const rows = await waiting();
      return rows.length === 1 && (rows[0]?.seconds ?? 0) > 0;
    });
    const [left] = await waiting();
    expect(left?.seconds).toBeGreaterThan(3);
    expect(left?.seconds).toBeLessThanOrEqual(5);
    await worker.stop();
  });

  it('keeps one waiting job per key', async () => {
    for (let click = 0; click < 3; click += 1) {
      await queue.enqueue('preview-payout', { runId: 'same' }, { shopId: 'f', jobKey: 'run:same' });
    }
    const { rowCount } = await test.pool.query(`SELECT 1 FROM graphile_worker.jobs WHERE key = 'run:same'`);
    expect(rowCount).toBe(1);
  });

  it('frees at once the jobs of a worker that died, and never those of one that lives', async () => {
    const living = await LivingWorkers.open(test.url, () => undefined);
    const other = await LivingWorkers.open(test.url, () => undefined);
    await other.register(['worker-lives']);
    const lock = (key: string, worker: string) =>
      test.pool.query(
        `UPDATE graphile_worker._private_jobs SET locked_by = $2, locked_at = now() - interval '3 seconds' WHERE key = $1`,
        [key, worker],
      );
    await queue.enqueue('preview-payout', { runId: 'dead' }, { jobKey: 'dead' });
    await queue.enqueue('preview-payout', { runId: 'lives' }, { jobKey: 'lives' });
    await lock('dead', 'worker-dead');
    await lock('lives', 'worker-lives');
    expect(await living.freeJobsOfTheDead()).toEqual(['worker-dead']);
    await other.close();
    expect(await living.freeJobsOfTheDead()).toEqual(['worker-lives']);
    await living.close();
  });
});
