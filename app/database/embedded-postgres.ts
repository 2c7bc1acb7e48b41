import { randomBytes } from 'node:crypto';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { postgresBinaries } from './postgres-binaries';
import { endServer, postmaster, type Postmaster } from './postmaster';
import { placeFor, unprivileged } from './unprivileged';

export interface EmbeddedPostgres {
  /** Connection string of the database `klopt` on 127.0.0.1. */
  url: string;
  /** Ends the server that this call started; nothing when it was found running for another living process. */
  stop: () => Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Folder of the cluster. */
  directory: string;
  /** A free one when left out. */
  port?: number | undefined;
  /** postgresql.conf settings on top, e.g. `{ fsync: 'off' }` in tests. */
  settings?: Record<string, string>;
}

const DATABASE = 'klopt';
const READY_WITHIN_MS = 30_000;

/**
 * Klopt's own PostgreSQL, for whoever has none: makes the cluster on first use and starts it on 127.0.0.1. A server
 * that a crashed process left behind is ended first; one that belongs to a living process is used and left alone.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const home = placeFor(path.resolve(options.directory), 'postgres');
  const data = path.join(home, 'data');
  await mkdir(home, { recursive: true });
  const found = await postmaster(data);
  if (found && (await ownerLives(home))) {
    await becomesReady(data, found.pid, home);
    const { port } = (await postmaster(data)) ?? found;
    return { url: urlFor(port, await password(home)), stop: () => Promise.resolve() };
  }
  if (found) await endServer(found.pid);

  const binaries = await postgresBinaries();
  if (!existsSync(path.join(data, 'PG_VERSION'))) await makeCluster(binaries.initdb, home, data);
  await refuseOtherVersion(data, binaries.version);

  await writeFile(path.join(home, 'owner.pid'), String(process.pid));
  const log = await open(path.join(home, 'postgres.log'), 'a');
  const port = options.port ?? (await freePort());
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...options.settings,
  };
  const server = spawn(
    binaries.postgres,
    ['-D', data, '-p', String(port), ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`])],
    // In a group of its own: a Ctrl-C is for us, who stop it after the last query.
    { ...unprivileged(), cwd: home, detached: true, stdio: ['ignore', log.fd, log.fd] },
  );
  const stop = stopsWithUs(server);
  try {
    await becomesReady(data, server.pid, home, server);
    const url = urlFor(port, await password(home));
    await makeDatabase(url);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  } finally {
    await log.close();
  }
}

function urlFor(port: number, secret: string): string {
  return `postgresql://klopt:${secret}@127.0.0.1:${port}/${DATABASE}`;
}

async function password(home: string): Promise<string> {
  return (await readFile(path.join(home, 'password'), 'utf8')).trim();
}

async function makeCluster(initdb: string, home: string, data: string): Promise<void> {
  const { uid, gid } = unprivileged();
  await rm(data, { recursive: true, force: true });
  await mkdir(data, { mode: 0o700 });
  const secretFile = path.join(home, 'password');
  await writeFile(secretFile, randomBytes(18).toString('hex'), { mode: 0o600 });
  if (uid !== undefined && gid !== undefined) {
    await chown(data, uid, gid);
    await chown(secretFile, uid, gid);
  }
  const args = ['-D', data, '-U', 'klopt', '-A', 'scram-sha-256', `--pwfile=${secretFile}`, '-E', 'UTF8'];
  args.push(
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-sync',
    '--no-instructions',
  );
  const child = spawn(initdb, args, { ...unprivileged(), cwd: home, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) {
    await rm(data, { recursive: true, force: true });
    throw new Error(
      `Klopt's own PostgreSQL could not be set up in ${home} (initdb ended with ${code}): ${said}`,
    );
  }
}

async function refuseOtherVersion(data: string, packaged: string): Promise<void> {
  const made = (await readFile(path.join(data, 'PG_VERSION'), 'utf8')).trim();
  const ours = packaged.split('.')[0];
  if (made === ours) return;
  throw new Error(
    `The database in ${data} was made by PostgreSQL ${made}; this Klopt brings ${ours}. Move its content with pg_dump, ` +
      'or point EMBEDDED_POSTGRES_DIR at another folder.',
  );
}

async function ownerLives(home: string): Promise<boolean> {
  const pid = Number(await readFile(path.join(home, 'owner.pid'), 'utf8').catch(() => '0'));
  if (!pid || pid === process.pid) return pid !== 0;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function becomesReady(
  data: string,
  pid: number | undefined,
  home: string,
  server?: ChildProcess,
): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  let seen: Postmaster | undefined;
  while (Date.now() < until) {
    seen = await postmaster(data);
    if (seen?.pid === pid && seen?.ready) return;
    if (server && server.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const log = await readFile(path.join(home, 'postgres.log'), 'utf8').catch(() => '');
  throw new Error(`Klopt's own PostgreSQL in ${home} did not start. Its log ends: ${log.slice(-800)}`);
}

async function makeDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.replace(/\/[^/]*$/, '/postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** Ends the server when asked, and in any case when this process exits. */
function stopsWithUs(server: ChildProcess): () => Promise<void> {
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  server.once('error', () => undefined);
  // It must not keep a finished command line alive; 'exit' below ends it then.
  server.unref();
  // SIGINT is PostgreSQL's fast shutdown: it ends sessions, keeps everything committed and writes a checkpoint.
  const end = () => void server.kill('SIGINT');
  process.once('exit', end);
  return async () => {
    process.removeListener('exit', end);
    if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) return;
    // Who waits for its end does so as long as that takes.
    server.ref();
    end();
    await gone;
  };
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
