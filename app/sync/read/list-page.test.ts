import { describe, expect, it } from 'vitest';
import { listPage, rowsOf } from './list-page';

const states = ['new', 'posted', 'failed'] as const;
const counted = new Map([
  ['new', 60],
  ['posted', 1],
  ['of another version', 7],
]);

describe('A page of a list', () => {
  it('says how many rows there are in each state that is known, and in all', () => {
    const counts = { new: 60, posted: 1, failed: 0 };
    expect(listPage(states, counted, {})).toEqual({ counts, total: 61, page: 1, pageSize: 25 });
    expect(listPage(states, counted, { state: 'posted' })).toMatchObject({ counts, total: 1 });
  });

  it('is the last one where the one that is asked for lies past the end', () => {
    const page = (number: number, state?: 'new' | 'failed') =>
      listPage(states, counted, { page: number, ...(state ? { state } : {}) }).page;
    expect([page(0), page(3), page(4), page(900)]).toEqual([1, 3, 3, 3]);
    expect([page(2, 'failed'), page(3, 'new')]).toEqual([1, 3]);
  });

  it('has its own rows and no others', () => {
    expect([1, 2, 3].map((page) => rowsOf({ page }))).toEqual([
      { skip: 0, take: 25 },
      { skip: 25, take: 25 },
      { skip: 50, take: 25 },
    ]);
  });
});
