import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@prisma/client';
import pg from 'pg';

export type Database = PrismaClient;

export interface OpenDatabase {
  database: Database;
  /** The pool under it, shared with the queue. */
  pool: pg.Pool;
  close: () => Promise<void>;
}

export interface DatabaseOptions {
  /** Connections at most, per process. */
  connections?: number;
  /** Told when an idle connection breaks (PostgreSQL was restarted, say). The pool opens another when asked next. */
  onConnectionLost?: (error: Error) => void;
}

/** Opens Klopt's database: one Prisma client on one pool. */
export function openDatabase(databaseUrl: string, options: DatabaseOptions = {}): OpenDatabase {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: options.connections ?? 10 });
  // Without a listener Node ends the process when PostgreSQL closes an idle connection.
  let closing = false;
  const lost = (error: Error) => {
    if (!closing) options.onConnectionLost?.(error);
  };
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  const database = new PrismaClient({ adapter: new PrismaPg(pool) });
  const close = async () => {
    closing = true;
    await database.$disconnect();
    await pool.end();
  };
  return { database, pool, close };
}
