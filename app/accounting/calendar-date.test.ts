import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate, dateIn } from './calendar-date';

describe('the day of a moment', () => {
  it.each([
    ['2026-05-31T22:30:00Z', 'Europe/Amsterdam', '2026-06-01', 'half an hour past midnight in summer'],
    ['2026-05-31T21:30:00Z', 'Europe/Amsterdam', '2026-05-31', 'half past eleven at night in summer'],
    ['2026-01-31T22:30:00Z', 'Europe/Amsterdam', '2026-01-31', 'half past eleven at night in winter'],
    ['2026-01-31T23:30:00Z', 'Europe/Amsterdam', '2026-02-01', 'half an hour past midnight in winter'],
    ['2026-03-29T00:59:59Z', 'Europe/Amsterdam', '2026-03-29', 'the second before the clock goes forward'],
    ['2026-10-24T22:00:00Z', 'Europe/Amsterdam', '2026-10-25', 'midnight before the clock goes back'],
    ['2026-10-25T22:59:59Z', 'Europe/Amsterdam', '2026-10-25', 'the last second of a day of 25 hours'],
    ['2026-07-01T06:59:00Z', 'America/Los_Angeles', '2026-06-30', 'a minute to midnight in California'],
    ['2026-06-30T11:00:00Z', 'Pacific/Auckland', '2026-06-30', 'late in the evening in New Zealand'],
    ['2026-06-30T12:00:00Z', 'Pacific/Auckland', '2026-07-01', 'midnight in New Zealand'],
    ['2026-06-30T19:00:00Z', 'Asia/Kolkata', '2026-07-01', 'half an hour past midnight in India'],
    ['2026-01-19T00:30:00+01:00', 'UTC', '2026-01-18', 'a moment with an offset'],
  ])('%s in %s is %s (%s)', (instant, zone, day) => {
    expect(dateIn(instant, zone)).toBe(day);
  });

  it('is in UTC the first ten characters of its ISO form', () => {
    const moments = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, (moment) => {
        expect(dateIn(moment.toISOString(), 'UTC')).toBe(moment.toISOString().slice(0, 10));
      }),
    );
  });

  it('refuses what is no moment, and a time zone that does not exist', () => {
    expect(() => dateIn('yesterday', 'UTC')).toThrow(RangeError);
    expect(() => dateIn('2026-01-01T00:00:00Z', 'Europe/Utrecht')).toThrow(RangeError);
  });
});

describe('a calendar date', () => {
  it('takes days that exist', () => {
    expect(calendarDate('2024-02-29')).toBe('2024-02-29');
  });

  it.each(['2026-02-29', '2026-13-01', '2026-6-1', '12/06/2026', '2026-06-12T00:00', ''])(
    'refuses "%s"',
    (text) => {
      expect(() => calendarDate(text)).toThrow(RangeError);
    },
  );
});
