import { rmSync } from 'node:fs';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../app/database/embedded-postgres';
import { migrate } from '../../app/database/migrate';
import { inDatabase, TEMPLATE } from './in-database';
import { throwawayDirectory } from './throwaway-directory';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server of this run; test databases are made beside the template. */
    postgresUrl: string;
    template: string;
  }
}

interface TestServer {
  readonly url: string;
  readonly template: string;
  readonly stop: () => Promise<void>;
}

// Each project of a run loads this file anew; they share one server, which the last one stops.
const place = globalThis as typeof globalThis & {
  kloptTestPostgres?: { server: Promise<TestServer>; users: number };
};

/** Before the tests that want a PostgreSQL: one server for all of them, and a migrated database to clone. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shared = (place.kloptTestPostgres ??= { server: startServer(), users: 0 });
  shared.users += 1;
  const { url, template, stop } = await shared.server;
  project.provide('postgresUrl', url);
  project.provide('template', template);
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    delete place.kloptTestPostgres;
    await stop();
  };
}

async function startServer(): Promise<TestServer> {
  const server = await findServer();
  const template = `${TEMPLATE}_${process.pid}`;
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(`DROP DATABASE IF EXISTS ${template}`);
  await admin.query(`CREATE DATABASE ${template}`);
  await migrate(inDatabase(server.url, template));
  return {
    url: server.url,
    template,
    stop: async () => {
      await admin.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
      await admin.end();
      await server.stop();
    },
  };
}

async function findServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: () => Promise.resolve() };
  // A cluster of this run's own: others may be testing on this machine, and it need not survive a power cut.
  const directory = throwawayDirectory('test');
  const server = await startEmbeddedPostgres({
    directory,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
