import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import pg from 'pg';

/** PostgreSQL's type numbers for `char` and `name`, which the schema engine reads from the catalogue, and for `text`. */
const CHAR = 18;
const NAME = 19;
const TEXT = 25;

/** Which columns of an answer's rows are of the type `char`, known to the pool and wanted by the adapter. */
const charColumns = new WeakMap<object, number[]>();

/** A pool whose answers call catalogue names text: the adapter refuses the types `name` and `char` otherwise. */
class CataloguePool extends pg.Pool {
  constructor(config: pg.PoolConfig) {
    super({ ...config, max: 1, idleTimeoutMillis: 500, allowExitOnIdle: true });
    this.on('error', () => undefined);
    const ask = this.query.bind(this) as (...args: unknown[]) => Promise<pg.QueryResult>;
    const askAndRename = async (...args: unknown[]): Promise<pg.QueryResult> => {
      const result = await ask(...args);
      // A script of several statements answers with a list; only single questions have fields to rename.
      if (Array.isArray(result)) return result;
      charColumns.set(
        result.rows,
        result.fields.flatMap((field, index) => (field.dataTypeID === CHAR ? [index] : [])),
      );
      for (const field of result.fields) {
        if (field.dataTypeID === NAME || field.dataTypeID === CHAR) field.dataTypeID = TEXT;
      }
      return result;
    };
    Object.assign(this, { query: askAndRename });
  }
}

/** What a connection string says, in parts: a pool given the string would ignore another `database` beside it. */
function parts(databaseUrl: string): pg.PoolConfig {
  const url = new URL(databaseUrl);
  const ssl = url.searchParams.get('sslmode');
  return {
    host: url.hostname,
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
    ...(ssl && ssl !== 'disable' ? { ssl: { rejectUnauthorized: ssl.startsWith('verify') } } : {}),
  };
}

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;

async function connectTo(config: pg.PoolConfig, whenDone?: () => Promise<void>): Promise<Adapter> {
  const pool = new CataloguePool(config);
  const adapter = await new PrismaPg(pool, { disposeExternalPool: true }).connect();
  const dispose = adapter.dispose.bind(adapter);
  const queryRaw = adapter.queryRaw.bind(adapter);
  return Object.assign(adapter, {
    queryRaw: async (query: Parameters<Adapter['queryRaw']>[0]) => {
      const answer = await queryRaw(query);
      for (const index of charColumns.get(answer.rows) ?? [])
        answer.columnTypes[index] = ColumnTypeEnum.Character;
      return answer;
    },
    // As one script: cutting at every semicolon breaks functions, strings and comments that hold one.
    executeScript: async (script: string) => {
      await pool.query(script);
    },
    dispose: async () => {
      await dispose();
      await whenDone?.();
    },
  });
}

/**
 * The adapter of Prisma's command line (`migrate dev`, `deploy`, `diff`, `status`), so that it needs no engine binary
 * from another host. Mends what @prisma/adapter-pg 6.19 leaves open: catalogue types, scripts, the shadow database.
 */
export function prismaCliAdapter(databaseUrl: string) {
  const config = parts(databaseUrl);
  const connect = () => connectTo(config);
  const connectToShadowDb = async () => {
    const database = `klopt_shadow_${crypto.randomUUID().replaceAll('-', '')}`;
    const admin = new pg.Pool(config);
    await admin.query(`CREATE DATABASE "${database}" TEMPLATE template0`);
    return connectTo({ ...config, database }, async () => {
      await admin.query(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
      await admin.end();
    });
  };
  return { provider: 'postgres' as const, adapterName: '@prisma/adapter-pg', connect, connectToShadowDb };
}
