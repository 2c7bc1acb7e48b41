import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../accounting/calendar-date';
import { startOfFiscalYear } from './fiscal-year';

describe('the first day of the fiscal year', () => {
  it.each([
    ['2026-11-22', 12, 31, '2026-01-01'],
    ['2026-01-01', 12, 31, '2026-01-01'],
    ['2026-12-31', 12, 31, '2026-01-01'],
    ['2026-11-22', 6, 30, '2026-07-01'],
    ['2026-06-30', 6, 30, '2025-07-01'],
    ['2026-07-01', 6, 30, '2026-07-01'],
    ['2026-03-31', 4, 5, '2025-04-06'],
    ['2026-05-01', 4, 31, '2026-05-01'],
    ['2024-03-01', 2, 28, '2024-03-01'],
    ['2024-02-29', 2, 28, '2023-03-01'],
    ['2025-02-28', 2, 28, '2024-03-01'],
    ['2025-03-01', 2, 29, '2025-03-01'],
  ])('on %s, with years that end in month %i on day %i, is %s', (today, month, day, expected) => {
    expect(startOfFiscalYear(calendarDate(today), { month, day })).toBe(expected);
  });
});
