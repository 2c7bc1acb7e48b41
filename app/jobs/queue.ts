import { Logger, makeWorkerUtils } from 'graphile-worker';
import type pg from 'pg';
import type { TaskName, TaskPayloads } from './task-payloads';

export interface EnqueueOptions {
  /** Jobs of one shop run one after another, in the order they were asked for. */
  shopId?: string;
  /** At most one waiting job has a key; asking again takes its place. */
  jobKey?: string;
  runAt?: Date;
  /** Which attempt this is; the queue counts it up by itself. */
  attempt?: number;
}

export interface Queue {
  enqueue: <Name extends TaskName>(
    name: Name,
    payload: TaskPayloads[Name],
    options?: EnqueueOptions,
  ) => Promise<void>;
  close: () => Promise<void>;
}

/** What stands on the queue: the payload, and around it what is needed to ask again. */
export interface Envelope<Name extends TaskName = TaskName> {
  payload: TaskPayloads[Name];
  attempt: number;
  shopId?: string | undefined;
  jobKey?: string | undefined;
}

/**
 * How often a job whose process died is taken up again. "Again later" is a new job (run-task.ts) and is not counted here.
 */
const STARTS_AT_MOST = 25;

/** Opens the queue, graphile-worker's tables in schema `graphile_worker`, and makes them when they are not there. */
export async function openQueue(pool: pg.Pool): Promise<Queue> {
  const utils = await makeWorkerUtils({ pgPool: pool, logger: new Logger(() => () => undefined) });
  await utils.migrate();
  return {
    async enqueue(name, payload, { shopId, jobKey, runAt, attempt = 1 } = {}) {
      const envelope: Envelope = { payload, attempt, shopId, jobKey };
      const identifier: string = name;
      await utils.addJob(identifier, envelope, {
        maxAttempts: STARTS_AT_MOST,
        ...(shopId ? { queueName: `shop:${shopId}` } : {}),
        ...(jobKey ? { jobKey } : {}),
        ...(runAt ? { runAt } : {}),
      });
    },
    close: async () => utils.release(),
  };
}
