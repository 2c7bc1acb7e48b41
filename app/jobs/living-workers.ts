import pg from 'pg';

/** First half of the advisory locks that say "this worker lives"; the second half is its id's hash. */
const LIVES = 1_264_349_300;

/** The seconds leave a worker that has only just begun the time to take its lock. */
const LOCKED_BY = `
  SELECT locked_by FROM graphile_worker._private_jobs WHERE locked_at < now() - interval '2 seconds'
  UNION SELECT locked_by FROM graphile_worker._private_job_queues WHERE locked_at < now() - interval '2 seconds'`;

/**
 * Lets go of the jobs of workers that died. graphile-worker by itself waits four hours. A living worker holds a lock on
 * a session of its own; PostgreSQL gives it back the moment the process is gone, on whatever machine it ran.
 */
export class LivingWorkers {
  private constructor(
    private readonly client: pg.Client,
    private readonly ours = new Set<string>(),
  ) {}

  /** @param onLost told when the session broke: others may then take these workers for dead. */
  static async open(databaseUrl: string, onLost: (error: Error) => void): Promise<LivingWorkers> {
    const client = new pg.Client({ connectionString: databaseUrl, keepAlive: true });
    client.on('error', onLost);
    await client.connect();
    return new LivingWorkers(client);
  }

  async register(workerIds: readonly string[]): Promise<void> {
    for (const id of workerIds) this.ours.add(id);
    await this.client.query('SELECT pg_advisory_lock($1, hashtext(id)) FROM unnest($2::text[]) AS id', [
      LIVES,
      workerIds,
    ]);
  }

  /** @returns the workers that were found dead; their jobs are free to be taken up. */
  async freeJobsOfTheDead(): Promise<string[]> {
    const { rows } = await this.client.query<{ locked_by: string }>(LOCKED_BY);
    const dead: string[] = [];
    for (const { locked_by: worker } of rows) {
      if (!this.ours.has(worker) && !(await this.lives(worker))) dead.push(worker);
    }
    if (dead.length > 0)
      await this.client.query('SELECT graphile_worker.force_unlock_workers($1::text[])', [dead]);
    return dead;
  }

  private async lives(worker: string): Promise<boolean> {
    const { rows } = await this.client.query<{ free: boolean }>(
      `SELECT pg_try_advisory_xact_lock($1, hashtext($2)) AS free`,
      [LIVES, worker],
    );
    return rows[0]?.free === false;
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}
