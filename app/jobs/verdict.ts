import { ShopifyThrottled } from '../shopify/shopify-error';
import { isBug, isPassing } from '../sync/judge-error';
import type { Outcome } from '../sync/outcome';

/** How a task ended. Every task ends in one of these five, and only here is it decided. */
export type Verdict =
  | { readonly kind: 'done' }
  | { readonly kind: 'nothing-to-do' }
  /** A part of long work is done; the rest follows when others of the shop have had their turn. No failure. */
  | { readonly kind: 'more'; readonly seconds: number }
  /** Nobody needs to act; the queue asks again after `seconds`. */
  | { readonly kind: 'again-later'; readonly seconds: number; readonly reason: string }
  /** Repeating changes nothing until a person has acted; or the program is wrong (`bug`) and its makers must act. */
  | { readonly kind: 'needs-person'; readonly reason: string; readonly bug: boolean };

export const DONE: Verdict = { kind: 'done' };
export const NOTHING_TO_DO: Verdict = { kind: 'nothing-to-do' };

/** Seconds before the second, third … attempt; the last one repeats: about three days in all. */
const WAITS = [5, 15, 60, 300, 900, 1800, 3600];
const ATTEMPTS = 75;

/** What follows from the way a use case ended. */
export function verdictOfOutcome(outcome: Outcome): Verdict {
  switch (outcome.kind) {
    case 'done':
      return DONE;
    case 'nothing-to-do':
      return NOTHING_TO_DO;
    case 'more':
      return { kind: 'more', seconds: outcome.afterSeconds };
    case 'again-later':
      return { kind: 'again-later', seconds: outcome.afterSeconds, reason: outcome.why.kind };
    case 'person':
      return {
        kind: 'needs-person',
        reason: outcome.findings.map(({ kind }) => kind).join(', '),
        bug: false,
      };
    default:
      return outcome satisfies never;
  }
}

/**
 * What follows from an error.
 * @param attempt 1 for the first time that the task was tried.
 */
export function verdictOf(error: unknown, attempt: number): Verdict {
  const reason = error instanceof Error ? error.message : String(error);
  if (!isPassing(error)) return { kind: 'needs-person', reason, bug: isBug(error) };
  if (attempt >= ATTEMPTS) {
    return { kind: 'needs-person', reason: `Tried ${attempt} times, and still: ${reason}`, bug: false };
  }
  return { kind: 'again-later', reason, seconds: secondsBeforeNext(error, attempt) };
}

function secondsBeforeNext(error: unknown, attempt: number): number {
  const usual = WAITS[Math.min(attempt, WAITS.length) - 1] ?? 3600;
  return error instanceof ShopifyThrottled ? Math.max(usual, error.retryAfterSeconds) : usual;
}
