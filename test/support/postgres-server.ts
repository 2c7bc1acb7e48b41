import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../app/database/embedded-postgres';
import { migrate } from '../../app/database/migrate';
import { inDatabase, TEMPLATE } from './in-database';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server of this run; test databases are made beside the template. */
    postgresUrl: string;
    template: string;
  }
}

/** Before the tests that want a PostgreSQL: one server for all of them, and a migrated database to clone. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await findServer();
  const template = `${TEMPLATE}_${process.pid}`;
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(`DROP DATABASE IF EXISTS ${template}`);
  await admin.query(`CREATE DATABASE ${template}`);
  await migrate(inDatabase(server.url, template));
  project.provide('postgresUrl', server.url);
  project.provide('template', template);
  return async () => {
    await admin.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
    await admin.end();
    await server.stop();
  };
}

async function findServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: () => Promise.resolve() };
  // A cluster of this run's own: others may be testing on this machine, and it need not survive a power cut.
  const directory = path.join(tmpdir(), `klopt-test-${process.pid}`);
  mkdirSync(directory, { recursive: true, mode: 0o755 });
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
