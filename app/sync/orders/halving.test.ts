import { describe, expect, it } from 'vitest';
import { halving } from './halving';

const bad = new Error('13 is no number');

describe('Work for many, of whom one may spoil it', () => {
  const asked: number[][] = [];
  const work = (numbers: readonly number[]) => {
    asked.push([...numbers]);
    return numbers.includes(13) ? Promise.reject(bad) : Promise.resolve(numbers.length);
  };

  it('is done at once where nobody does, also for nobody', async () => {
    expect(await halving([1, 2, 3], work, () => false)).toEqual({ done: [3], spoiled: [] });
    expect(await halving([], work, () => false)).toEqual({ done: [0], spoiled: [] });
  });

  it('is done for all others, and for each once', async () => {
    asked.length = 0;
    const { done, spoiled } = await halving([1, 2, 13, 4, 5], work, () => false);
    expect(done).toEqual([2, 2]);
    expect(spoiled).toEqual([{ item: 13, error: bad }]);
    expect(asked).toEqual([[1, 2, 13, 4, 5], [1, 2, 13], [1, 2], [13], [4, 5]]);
  });

  it('ends where none of them is to blame', async () => {
    await expect(halving([1, 13], work, (error) => error === bad)).rejects.toBe(bad);
    await expect(
      halving(
        [],
        () => Promise.reject(bad),
        () => false,
      ),
    ).rejects.toBe(bad);
  });
});
