import { OdooError } from './odoo-errors';

export interface RetryLimits {
  /** How often in all. */
  readonly attempts: number;
  /** The first pause; it doubles each time, up to 20 times the first, and a random half of it is taken off. */
  readonly pauseMs: number;
}

export const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** How long to wait before attempt `attempt` (1 is the first repeat): backoff with jitter, so that two do not keep colliding. */
export function pauseBefore(attempt: number, { pauseMs }: RetryLimits): number {
  const full = pauseMs * Math.min(2 ** (attempt - 1), 20);
  return full / 2 + (Math.random() * full) / 2;
}

/** Repeats what may be repeated (`isSafe`) for as long as the verdict is "again later". */
export async function retry<T>(
  attempt: () => Promise<T>,
  isSafe: (error: OdooError) => boolean,
  limits: RetryLimits,
): Promise<T> {
  for (let turn = 1; ; turn += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof OdooError) || error.verdict !== 'again-later') throw error;
      if (turn >= limits.attempts || !isSafe(error)) throw error;
      await pause(pauseBefore(turn, limits));
    }
  }
}
