import { existsSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'prisma/config';
import { startEmbeddedPostgres } from './app/database/embedded-postgres';
import { prismaCliAdapter } from './app/database/prisma-cli-adapter';

const here = import.meta.dirname;
if (existsSync(path.join(here, '.env'))) process.loadEnvFile(path.join(here, '.env'));

const configured = process.env.DATABASE_URL;
// The command line takes the schema for unreadable when the variable it names is missing, and then asks another host
// for an engine that it does not need. With the adapter below nobody connects to this address.
process.env.DATABASE_URL ??= 'postgresql://127.0.0.1/klopt';

/** Without DATABASE_URL the commands work on Klopt's own PostgreSQL, shared with a running app if there is one. */
async function databaseUrl(): Promise<string> {
  if (configured) return configured;
  const directory = process.env.EMBEDDED_POSTGRES_DIR ?? path.join(here, '.klopt', 'postgres');
  return (await startEmbeddedPostgres({ directory })).url;
}

// `engine: 'js'` is the schema engine inside the package: no binary is fetched from anywhere.
export default defineConfig({
  schema: path.join(here, 'prisma', 'schema.prisma'),
  experimental: { adapter: true },
  engine: 'js',
  adapter: async () => prismaCliAdapter(await databaseUrl()),
});
