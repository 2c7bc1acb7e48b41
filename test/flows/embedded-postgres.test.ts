import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbeddedPostgres } from '~/database/embedded-postgres';
import { postmaster } from '~/database/postmaster';

const directory = path.join(tmpdir(), `klopt-embedded-${process.pid}`);
const data = path.join(directory, 'data');

async function ask<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Another process that starts it and says its address. */
async function startElsewhere() {
  const script = `import('./app/database/embedded-postgres.ts').then(async ({ startEmbeddedPostgres }) => {
    const { url } = await startEmbeddedPostgres({ directory: ${JSON.stringify(directory)} });
    console.log(url);
    setInterval(() => {}, 1000);
  })`;
  const child = spawn(process.execPath, ['--import', 'tsx', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [url] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, url: url.toString().trim() };
}

describe('The embedded PostgreSQL', () => {
  beforeAll(() => void mkdirSync(directory, { recursive: true, mode: 0o755 }));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it('starts with nothing there, listens on this machine only, stops, and keeps its content', async () => {
    const first = await startEmbeddedPostgres({ directory });
    const [where] = await ask<{ listen: string; sockets: string }>(
      first.url,
      `SELECT current_setting('listen_addresses') AS listen, current_setting('unix_socket_directories') AS sockets`,
    );
    expect(where).toEqual({ listen: '127.0.0.1', sockets: '' });
    await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    await expect(ask(first.url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
    expect(await postmaster(data)).toBeUndefined();

    const second = await startEmbeddedPostgres({ directory });
    expect(await ask(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    await second.stop();
  });

  it('refuses whoever does not know its password', async () => {
    const server = await startEmbeddedPostgres({ directory });
    const stranger = new URL(server.url);
    stranger.password = 'guess';
    await expect(ask(stranger.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
    await server.stop();
  });

  it('of a process that was killed is ended, and its committed content is there for the next', async () => {
    const { child, url } = await startElsewhere();
    await ask(url, 'CREATE TABLE orphan AS SELECT 7 AS answer');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const orphan = await postmaster(data);
    expect(orphan?.ready).toBe(true);

    const next = await startEmbeddedPostgres({ directory });
    expect((await postmaster(data))?.pid).not.toBe(orphan?.pid);
    expect(await ask(next.url, 'SELECT answer FROM orphan')).toEqual([{ answer: 7 }]);
    await next.stop();
  });

  it('of a process that lives is shared and left alone', async () => {
    const { child, url } = await startElsewhere();
    const guest = await startEmbeddedPostgres({ directory });
    expect(guest.url).toBe(url);
    await guest.stop();
    expect(await ask(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    child.kill('SIGTERM');
    await once(child, 'exit');
    const left = await postmaster(data);
    if (left) process.kill(left.pid, 'SIGINT');
  });
});
