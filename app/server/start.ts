import { openDatabase } from '../database/client';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../database/embedded-postgres';
import { migrate } from '../database/migrate';
import { secretsWith } from '../database/secret';
import { openQueue } from '../jobs/queue';
import { shopLock } from '../jobs/shop-lock';
import { crontab, tasks } from '../jobs/tasks';
import { fetchFromShopify } from '../shopify/fetch-from-shopify';
import type { Environment } from './environment';
import type { Log } from './log';
import { setRunning, type Running } from './running';
import { startWeb } from './web';
import { startWorker } from './worker';

export interface Klopt {
  /** Where the web server listens; undefined for a worker alone. */
  readonly origin: string | undefined;
  readonly databaseUrl: string;
  readonly running: Running;
  /** Ends everything in the right order: requests, jobs, connections, the embedded PostgreSQL. */
  readonly stop: () => Promise<void>;
}

export interface StartOptions {
  /** Pages straight from the sources, with Vite. */
  dev?: boolean;
  /** Told when it cannot go on by itself (its session with PostgreSQL broke for good). */
  onLost?: (error: Error) => void;
}

/** Starts Klopt as the environment says: database, migrations, queue, then web, worker or both. */
export async function startKlopt(
  environment: Environment,
  log: Log,
  options: StartOptions = {},
): Promise<Klopt> {
  // What was started is ended in the opposite order, also when a later step fails.
  const ends: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const end of ends.splice(0).reverse()) {
      await end().catch((error: unknown) => log.error({ err: error }, 'a part did not stop cleanly'));
    }
  };
  try {
    const postgres = await findPostgres(environment, log);
    ends.push(postgres.stop);
    const applied = await migrate(postgres.url);
    if (applied.length > 0) log.info({ migrations: applied }, 'migrated the database');
    const { database, pool, close } = openDatabase(postgres.url, {
      // Each job may hold one connection for its shop's lock besides what it works with.
      connections: 10 + 2 * environment.WORKER_CONCURRENCY,
      onConnectionLost: (error) => log.warn({ err: error }, 'a connection to PostgreSQL was lost'),
    });
    ends.push(close);
    const queue = await openQueue(pool);
    ends.push(queue.close);
    const secrets = secretsWith(environment.ENCRYPTION_KEY);
    const running: Running = { environment, database, secrets, queue, log };
    setRunning(running);

    if (environment.ROLE !== 'web') {
      // Loaded only now: it signs in with what is running.
      const { accessTokenOf } = await import('./shopify.server');
      const worker = await startWorker({
        databaseUrl: postgres.url,
        pool,
        tasks,
        crontab,
        surroundings: {
          database,
          secrets,
          queue,
          log,
          withShopLock: shopLock(pool),
          accessToken: accessTokenOf,
          fetch: fetchFromShopify(environment.SHOPIFY_ORIGIN_OVERRIDE),
        },
        concurrency: environment.WORKER_CONCURRENCY,
        shutdownSeconds: environment.SHUTDOWN_SECONDS,
        log,
        onLost: (error) => options.onLost?.(error),
      });
      ends.push(worker.stop);
      log.info({ concurrency: environment.WORKER_CONCURRENCY }, 'worker started');
    }
    let origin: string | undefined;
    if (environment.ROLE !== 'worker') {
      const web = await startWeb(running, { dev: options.dev ?? false });
      ends.push(web.stop);
      origin = web.origin;
      log.info({ origin, app: environment.SHOPIFY_APP_URL }, 'web server started');
    }
    return { origin, databaseUrl: postgres.url, running, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function findPostgres(environment: Environment, log: Log): Promise<EmbeddedPostgres> {
  if (environment.DATABASE_URL) return { url: environment.DATABASE_URL, stop: () => Promise.resolve() };
  const began = performance.now();
  const postgres = await startEmbeddedPostgres({
    directory: environment.EMBEDDED_POSTGRES_DIR,
    port: environment.EMBEDDED_POSTGRES_PORT,
  });
  log.info({ ms: Math.round(performance.now() - began) }, 'embedded PostgreSQL started');
  return postgres;
}
