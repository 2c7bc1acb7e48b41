import { describe, expect, it } from 'vitest';
import { limitConcurrency } from './limit-concurrency';
import { pause } from './retry';

describe('calls on one connection', () => {
  it('run two at once and no more, and each of them runs, also after one failed', async () => {
    const limit = limitConcurrency(2);
    let running = 0;
    let most = 0;
    const call = (index: number) =>
      limit(async () => {
        running += 1;
        most = Math.max(most, running);
        await pause(2);
        running -= 1;
        if (index === 1) throw new Error('refused');
        return index;
      });
    const results = await Promise.allSettled(Array.from({ length: 9 }, (_, index) => call(index)));
    expect(most).toBe(2);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(8);
  });
});
