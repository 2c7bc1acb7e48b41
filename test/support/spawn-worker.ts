import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { encryptionKey, type World } from './klopt-world';

export interface SpawnedWorker {
  /** Waits until the process is gone; answers the signal that ended it. */
  readonly ended: Promise<NodeJS.Signals | null>;
  readonly said: () => string;
  stop: (signal?: NodeJS.Signals) => Promise<void>;
}

/** A worker in a process of its own; see worker-process.ts for `dieAt`. */
export function spawnWorker(
  world: World,
  { dieAt = '', shutdownSeconds = 2 }: { dieAt?: string; shutdownSeconds?: number } = {},
): SpawnedWorker {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/support/worker-process.ts'], {
    env: {
      NODE_ENV: 'test',
      PATH: process.env.PATH ?? '',
      DATABASE_URL: world.test.url,
      SHOPIFY_ORIGIN: world.shopify.origin,
      ODOO_ORIGIN: world.odoo.url,
      TOKEN: world.token,
      ENCRYPTION_KEY: encryptionKey,
      DIE_AT: dieAt,
      SHUTDOWN_SECONDS: String(shutdownSeconds),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = once(child, 'exit').then(([, signal]) => signal as NodeJS.Signals | null);
  return {
    ended,
    said: () => text,
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      await ended;
    },
  };
}
