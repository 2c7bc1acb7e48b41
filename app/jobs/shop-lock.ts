import type pg from 'pg';

/** First half of the advisory locks that say "this shop is being written for"; the second half is the shop's hash. */
const WRITES = 1_264_349_301;

/** Runs `work` while no other process writes for the shop; undefined, without running it, where one does. */
export type WithShopLock = <T>(shopId: string, work: () => Promise<T>) => Promise<T | undefined>;

/**
 * One writer per shop at a time, on however many machines. The queue already runs a shop's jobs one after another; this
 * holds when it errs (a worker taken for dead that lives). The lock is the session's: PostgreSQL gives it back the moment
 * the process is gone.
 */
export function shopLock(pool: pg.Pool): WithShopLock {
  return async (shopId, work) => {
    const client = await pool.connect();
    let broken: Error | undefined;
    const lost = (error: Error) => {
      broken = error;
    };
    client.on('error', lost);
    try {
      const { rows } = await client.query<{ taken: boolean }>(
        'SELECT pg_try_advisory_lock($1, hashtext($2)) AS taken',
        [WRITES, shopId],
      );
      if (!rows[0]?.taken) return undefined;
      try {
        return await work();
      } finally {
        if (!broken) await client.query('SELECT pg_advisory_unlock($1, hashtext($2))', [WRITES, shopId]);
      }
    } finally {
      client.off('error', lost);
      client.release(broken);
    }
  };
}
