import type { JobHelpers } from 'graphile-worker';
import type { Envelope, Queue } from './queue';
import type { Task, TaskContext } from './task';
import type { TaskName } from './task-payloads';
import { verdictOf, type Verdict } from './verdict';

export type TaskSurroundings = Omit<TaskContext, 'attempt' | 'signal' | 'queue'> & { queue: Queue };

/**
 * Runs one task for graphile-worker and acts on how it ended: "again later" becomes a new job with its own time, in the
 * shop's order again; everything else is finished. Jobs never fail on the queue, so that its own retries are left for
 * one case: the process died.
 */
export function runTask<Name extends TaskName>(name: Name, task: Task<Name>, surroundings: TaskSurroundings) {
  return async (given: unknown, helpers: JobHelpers): Promise<void> => {
    const { payload, attempt, shopId, jobKey } = fromQueue<Name>(given);
    const signal = helpers.abortSignal;
    let verdict: Verdict;
    let failure: unknown;
    try {
      verdict = await task(payload, { ...surroundings, attempt, signal });
    } catch (error) {
      failure = error;
      verdict = verdictOf(error, attempt);
    }
    const facts = { task: name, shopId, attempt, verdict: verdict.kind };
    switch (verdict.kind) {
      case 'done':
      case 'nothing-to-do':
        surroundings.log.info(facts, 'task ended');
        return;
      case 'more':
        await surroundings.queue.enqueue(name, payload, {
          runAt: new Date(Date.now() + verdict.seconds * 1000),
          ...(shopId ? { shopId } : {}),
          ...(jobKey ? { jobKey } : {}),
        });
        return;
      case 'again-later':
        surroundings.log.warn(
          { ...facts, seconds: verdict.seconds, reason: verdict.reason },
          'task again later',
        );
        await surroundings.queue.enqueue(name, payload, {
          attempt: attempt + 1,
          runAt: new Date(Date.now() + verdict.seconds * 1000),
          ...(shopId ? { shopId } : {}),
          ...(jobKey ? { jobKey } : {}),
        });
        return;
      case 'needs-person':
        if (verdict.bug)
          surroundings.log.error({ ...facts, err: failure }, 'task failed by an error of the program');
        else surroundings.log.warn({ ...facts, reason: verdict.reason }, 'task needs a person');
        return;
      default:
        verdict satisfies never;
    }
  };
}

/** A cron job comes without our envelope. */
function fromQueue<Name extends TaskName>(given: unknown): Envelope<Name> {
  const envelope = given as Partial<Envelope<Name>> | null;
  return {
    payload: envelope?.payload ?? ({} as Envelope<Name>['payload']),
    attempt: envelope?.attempt ?? 1,
    shopId: envelope?.shopId,
    jobKey: envelope?.jobKey,
  };
}
