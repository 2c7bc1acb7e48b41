import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { openDatabase, type OpenDatabase } from '../../app/database/client';
import { inDatabase } from './in-database';

export interface TestDatabase extends OpenDatabase {
  url: string;
  /** Closes the connections and drops the database. */
  drop: () => Promise<void>;
}

/** A database of its own, with every migration applied: a clone of the run's template. Drop it in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const url = await createDatabase(inject('template'));
  const open = openDatabase(url);
  return {
    ...open,
    url,
    drop: async () => {
      await open.close();
      await dropDatabase(url);
    },
  };
}

/** An empty database: nothing migrated. */
export async function createEmptyDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const url = await createDatabase('template0');
  return { url, drop: () => dropDatabase(url) };
}

async function createDatabase(template: string): Promise<string> {
  const name = `klopt_test_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  return inDatabase(inject('postgresUrl'), name);
}

async function dropDatabase(url: string): Promise<void> {
  await asAdmin(`DROP DATABASE IF EXISTS ${new URL(url).pathname.slice(1)} WITH (FORCE)`);
}

async function asAdmin(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
