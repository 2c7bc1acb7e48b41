import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postmaster } from '~/database/postmaster';

const directory = path.join(tmpdir(), `klopt-start-${process.pid}`);

function start(environment: Record<string, string>): { child: ChildProcess; said: () => string } {
  let text = '';
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'app/server/main.ts'], {
    env: { PATH, HOME, NODE_ENV: 'development', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { child, said: () => text };
}

async function origin(said: () => string, child: ChildProcess): Promise<string> {
  for (;;) {
    const found = /"origin":"([^"]+)"/.exec(said())?.[1];
    if (found) return found;
    if (child.exitCode !== null) throw new Error(`It ended: ${said()}`);
    await sleep(50);
  }
}

describe('Starting Klopt', () => {
  beforeAll(() => void mkdirSync(directory, { recursive: true, mode: 0o755 }));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it('with nothing configured brings its own PostgreSQL, answers, and takes everything with it when it ends', async () => {
    for (const time of ['first', 'second']) {
      const { child, said } = start({ EMBEDDED_POSTGRES_DIR: directory, PORT: '0' });
      const health = await fetch(`${await origin(said, child)}/healthz`);
      expect([time, health.status]).toEqual([time, 200]);
      const landing = await fetch(`${await origin(said, child)}/?id_token=secret-token`, {
        headers: { 'user-agent': 'Mozilla/5.0', 'accept-language': 'nl' },
      });
      expect(await landing.text()).toContain('Open Klopt vanuit de apps in je Shopify-admin');
      expect(landing.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      child.kill('SIGTERM');
      const [code] = (await once(child, 'exit')) as [number];
      expect(code).toBe(0);
      expect(said()).not.toContain('secret-token');
      expect(await postmaster(path.join(directory, 'data'))).toBeUndefined();
    }
  }, 120_000);

  it('in production without its settings says each thing that is missing, and ends', async () => {
    const { child, said } = start({ NODE_ENV: 'production' });
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(1);
    for (const name of ['SHOPIFY_API_KEY', 'SHOPIFY_API_SECRET', 'SHOPIFY_APP_URL', 'ENCRYPTION_KEY']) {
      expect(said()).toContain(`${name} is missing`);
    }
    expect(said()).not.toContain('    at ');
  });

  it('says in words that the database cannot be reached', async () => {
    const { child, said } = start({
      DATABASE_URL: 'postgresql://klopt:hidden@127.0.0.1:9/klopt',
      ROLE: 'worker',
    });
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(1);
    expect(said()).toContain('Klopt cannot start');
    expect(said()).toContain('127.0.0.1:9');
    expect(said()).not.toContain('hidden');
  });
});
