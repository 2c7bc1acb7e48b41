import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';

/** The number Prisma's own command line locks with: the two never migrate at the same time. */
const PRISMA_LOCK = 72707369;

const MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

interface Applied {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
}

/**
 * Applies the migrations of prisma/migrations that this database has not had, in the table that Prisma's command line
 * reads. Processes that start together wait for each other; each migration is one transaction.
 * @returns the names of what was applied now.
 * @throws when one failed, or when an applied one was changed since.
 */
export async function migrate(databaseUrl: string, folder = migrationsFolder()): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK]);
    await client.query(MIGRATIONS_TABLE);
    const { rows } = await client.query<Applied>(
      'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
    );
    const known = new Map(rows.map((row) => [row.migration_name, row]));
    const applied: string[] = [];
    for (const migration of await read(folder)) {
      if (isApplied(migration, known.get(migration.name))) continue;
      await apply(client, migration);
      applied.push(migration.name);
    }
    return applied;
  } finally {
    // Ending the session gives the lock back.
    await client.end();
  }
}

function migrationsFolder(): string {
  return path.join(process.cwd(), 'prisma', 'migrations');
}

async function read(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

function isApplied(migration: Migration, row: Applied | undefined): boolean {
  if (!row) return false;
  if (row.finished_at === null) {
    throw new Error(
      `Migration ${migration.name} was begun by another tool and did not finish. Look at the database, then say ` +
        `"prisma migrate resolve --applied ${migration.name}" or "--rolled-back ${migration.name}".`,
    );
  }
  if (row.checksum === migration.checksum) return true;
  throw new Error(
    `Migration ${migration.name} was changed after it was applied to this database. ` +
      'Put its migration.sql back as it was and write the change as a new migration.',
  );
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw new Error(`Migration ${name} could not be applied; nothing of it is in the database.`, {
      cause: error,
    });
  }
}
