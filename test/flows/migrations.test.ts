import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import pg from 'pg';
import { migrate } from '~/database/migrate';
import { createEmptyDatabase } from '~test/support/postgres';

const migrations = path.join(process.cwd(), 'prisma', 'migrations');

describe('Migrations', () => {
  let database: Awaited<ReturnType<typeof createEmptyDatabase>>;
  beforeEach(async () => {
    database = await createEmptyDatabase();
  });
  afterEach(() => database.drop());

  it('are applied once when several processes start together', async () => {
    const all = (await readdir(migrations, { withFileTypes: true })).filter((entry) => entry.isDirectory());
    const applied = await Promise.all([migrate(database.url), migrate(database.url), migrate(database.url)]);
    expect(applied.map((names) => names.length).sort()).toEqual([0, 0, all.length]);
  });

  it('leave nothing to do for Prisma’s own command line', async () => {
    await migrate(database.url);
    const cli = path.join(process.cwd(), 'node_modules', 'prisma', 'build', 'index.js');
    const env = { ...process.env, DATABASE_URL: database.url };
    const status = await promisify(execFile)(process.execPath, [cli, 'migrate', 'status'], { env });
    expect(status.stdout).toContain('Database schema is up to date!');
    const diff = [
      'migrate',
      'diff',
      '--from-migrations',
      migrations,
      '--to-schema-datamodel',
      'prisma/schema.prisma',
    ];
    const same = await promisify(execFile)(process.execPath, [cli, ...diff, '--exit-code'], { env });
    expect(same.stdout).toContain('No difference detected');
  });

  it('are refused when one was changed after it was applied', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'klopt-migrations-'));
    await cp(migrations, folder, { recursive: true });
    await migrate(database.url, folder);
    const [first] = await readdir(folder);
    await writeFile(path.join(folder, first ?? '', 'migration.sql'), 'SELECT 1;');
    await expect(migrate(database.url, folder)).rejects.toThrow(
      `Migration ${first} was changed after it was applied`,
    );
    await rm(folder, { recursive: true });
  });

  it('leave no trace of one that fails', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'klopt-migrations-'));
    await cp(migrations, folder, { recursive: true });
    await cp(
      path.join(folder, (await readdir(folder))[0] ?? ''),
      path.join(folder, '99999999999999_broken'),
      {
        recursive: true,
      },
    );
    await writeFile(
      path.join(folder, '99999999999999_broken', 'migration.sql'),
      'CREATE TABLE "Half" (id INT); SELECT no_such_column FROM "Shop";',
    );
    await expect(migrate(database.url, folder)).rejects.toThrow('99999999999999_broken could not be applied');
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query(
      `SELECT to_regclass('"Half"') AS half, to_regclass('"Shop"') IS NOT NULL AS shop`,
    );
    await client.end();
    expect(rows).toEqual([{ half: null, shop: true }]);
    await rm(folder, { recursive: true });
  });
});
