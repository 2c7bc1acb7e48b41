import type { Verdict } from './verdict';
import type { TaskName } from './task-payloads';
import type { TaskPayloads } from './task-payloads';
import type { Database } from '../database/client';
import type { Secrets } from '../database/secret';
import type { Queue } from './queue';
import type { WithShopLock } from './shop-lock';

/** Where a task writes what happened. */
export interface TaskLog {
  info: (facts: object, message: string) => void;
  warn: (facts: object, message: string) => void;
  error: (facts: object, message: string) => void;
}

/** What every task is given beside its payload. */
export interface TaskContext {
  readonly database: Database;
  readonly secrets: Secrets;
  readonly queue: Queue;
  readonly withShopLock: WithShopLock;
  /** A shop's offline access token, refreshed when it is about to expire. */
  readonly accessToken: (shopDomain: string) => Promise<string>;
  /** Sends requests to Shopify; not always the global one (demo, tests). */
  readonly fetch: typeof fetch;
  readonly log: TaskLog;
  /** 1 the first time; grows with each "again later". */
  readonly attempt: number;
  /** Aborted when the process is to end: stop at the next safe place. */
  readonly signal: AbortSignal;
}

/** A task throws, or answers how it ended; see verdict.ts. */
export type Task<Name extends TaskName> = (
  payload: TaskPayloads[Name],
  context: TaskContext,
) => Promise<Verdict>;

export type Tasks = { readonly [Name in TaskName]?: Task<Name> };
