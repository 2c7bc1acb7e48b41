import { EventEmitter } from 'node:events';
import { Logger, parseCrontab, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import { LivingWorkers } from '../jobs/living-workers';
import { runTask, type TaskSurroundings } from '../jobs/run-task';
import type { Task, Tasks } from '../jobs/task';
import type { TaskName } from '../jobs/task-payloads';
import type pg from 'pg';
import type { Log } from './log';

export interface WorkerOptions {
  databaseUrl: string;
  pool: pg.Pool;
  tasks: Tasks;
  crontab: string;
  surroundings: TaskSurroundings;
  concurrency: number;
  /** How long running jobs may take to end once asked to stop. */
  shutdownSeconds: number;
  log: Log;
  /** Told when the worker cannot go on by itself. */
  onLost: (error: Error) => void;
}

export interface RunningWorker {
  /** Takes no more jobs, waits for the running ones, gives back what did not end in time. */
  stop: () => Promise<void>;
}

const LOOK_FOR_THE_DEAD_MS = 3_000;

/** Starts taking jobs off the queue. Several may run, in one process or on many machines. */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  let stopping = false;
  const lost = (error: Error) => {
    if (!stopping) options.onLost(error);
  };
  const living = await LivingWorkers.open(options.databaseUrl, lost);
  const events: WorkerEvents = new EventEmitter();
  const workerIds: string[] = [];
  // Jobs are locked by a worker's own id, or by its pool's.
  events.on('pool:create', ({ workerPool }) => workerIds.push(workerPool.id));
  events.on('worker:create', ({ worker }) => workerIds.push(worker.workerId));
  const runner = await run({
    pgPool: options.pool,
    taskList: taskList(options.tasks, options.surroundings),
    parsedCronItems: parseCrontab(options.crontab),
    concurrency: options.concurrency,
    // New jobs are told by LISTEN at once; polling is for those whose time has come.
    pollInterval: 1000,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: options.shutdownSeconds * 1000,
    logger: quiet(options.log),
    events,
  });
  await living.register(workerIds);
  const freeTheirJobs = async () => {
    const dead = await living.freeJobsOfTheDead();
    if (dead.length > 0) options.log.warn({ workers: dead }, 'freed the jobs of workers that died');
  };
  await freeTheirJobs();
  const timer = setInterval(() => void freeTheirJobs().catch(lost), LOOK_FOR_THE_DEAD_MS);
  runner.promise.catch(lost);
  return {
    async stop() {
      stopping = true;
      clearInterval(timer);
      await runner
        .stop()
        .catch((error: unknown) => options.log.warn({ err: error }, 'the worker did not stop cleanly'));
      await living.close();
    },
  };
}

function taskList(tasks: Tasks, surroundings: TaskSurroundings): TaskList {
  const entries = (Object.entries(tasks) as [TaskName, Task<TaskName> | undefined][]).flatMap(
    ([name, task]) => (task ? [[name, runTask(name, task, surroundings)] as const] : []),
  );
  return Object.fromEntries(entries);
}

/** graphile-worker's own words: only what is wrong. */
function quiet(log: Log): Logger {
  return new Logger(() => (given, message) => {
    const level: string = given;
    if (level === 'error') log.error({}, message);
    else if (level === 'warning') log.warn({}, message);
    else log.debug({}, message);
  });
}
