import { describe, expect, it } from 'vitest';
import { latestStart, refusedFirstDay } from './first-day';

describe('A first day', () => {
  it('is not before any shop, and not after the latest; both may be chosen themselves', () => {
    for (const day of ['2004-01-01', '2026-07-01', '2026-11-22'])
      expect(refusedFirstDay(day, '2026-11-22')).toBeUndefined();
    for (const day of ['1800-01-01', '2003-12-31']) {
      expect(refusedFirstDay(day, '2026-11-22')).toEqual({ reason: 'too-early', allowed: '2004-01-01' });
    }
    for (const day of ['2026-11-23', '2999-01-01']) {
      expect(refusedFirstDay(day, '2026-11-22')).toEqual({ reason: 'too-late', allowed: '2026-11-22' });
    }
  });

  it('of a start date may be as much as 366 days ahead', () => {
    expect(latestStart('2026-11-22')).toBe('2027-11-23');
    expect(latestStart('2028-01-01')).toBe('2029-01-01');
  });
});
