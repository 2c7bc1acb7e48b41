import { describe, expect, it } from 'vitest';
import { OdooKeyRefused, OdooUnreachable } from './odoo-errors';
import { pauseBefore, retry } from './retry';

const facts = { host: 'books.example', call: 'res.partner.search', detail: 'down' };
const limits = { attempts: 4, pauseMs: 1 };
const failing = (times: number, error: Error) => {
  let calls = 0;
  return {
    attempt: () => {
      calls += 1;
      return calls <= times ? Promise.reject(error) : Promise.resolve('done');
    },
    count: () => calls,
  };
};

describe('repeating a call', () => {
  it('goes on until Odoo is back', async () => {
    const { attempt, count } = failing(3, new OdooUnreachable(facts, { mayHaveHappened: false }));
    expect(await retry(attempt, () => true, limits)).toBe('done');
    expect(count()).toBe(4);
  });

  it('stops at the limit with the last error', async () => {
    const { attempt, count } = failing(9, new OdooUnreachable(facts, { mayHaveHappened: false }));
    await expect(retry(attempt, () => true, limits)).rejects.toBeInstanceOf(OdooUnreachable);
    expect(count()).toBe(4);
  });

  it('does not repeat a write that may have happened', async () => {
    const { attempt, count } = failing(1, new OdooUnreachable(facts, { mayHaveHappened: true }));
    await expect(retry(attempt, (error) => !error.mayHaveHappened, limits)).rejects.toBeInstanceOf(
      OdooUnreachable,
    );
    expect(count()).toBe(1);
  });

  it('does not repeat what a person must mend', async () => {
    const { attempt, count } = failing(1, new OdooKeyRefused(facts));
    await expect(retry(attempt, () => true, limits)).rejects.toBeInstanceOf(OdooKeyRefused);
    expect(count()).toBe(1);
  });

  it('waits longer each time, with a random part', () => {
    for (let attempt = 1; attempt < 10; attempt += 1) {
      const full = 100 * Math.min(2 ** (attempt - 1), 20);
      const wait = pauseBefore(attempt, { attempts: 10, pauseMs: 100 });
      expect(wait).toBeGreaterThanOrEqual(full / 2);
      expect(wait).toBeLessThanOrEqual(full);
    }
  });
});
