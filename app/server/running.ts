import type { Queue } from '../jobs/queue';
import type { Database } from '../database/client';
import type { Secrets } from '../database/secret';
import type { Environment } from './environment';
import type { Log } from './log';

/** What a running process of Klopt shares: opened once by main.ts, read by routes. */
export interface Running {
  readonly environment: Environment;
  readonly database: Database;
  readonly secrets: Secrets;
  readonly queue: Queue;
  readonly log: Log;
}

// The server and Remix's build are two bundles of the same sources, and in development Vite loads modules anew: a
// module's own variable would not be the same one everywhere.
const KEY = Symbol.for('klopt.running');
const place = globalThis as typeof globalThis & { [KEY]?: Running };

export function setRunning(running: Running): void {
  place[KEY] = running;
}

export function running(): Running {
  const found = place[KEY];
  if (!found)
    throw new Error('Klopt is not running yet: app/server/main.ts opens the database and the queue first.');
  return found;
}
