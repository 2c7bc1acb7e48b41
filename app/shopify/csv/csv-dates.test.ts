import { describe, expect, it } from 'vitest';
import { dateIn } from '../../accounting/calendar-date';
import { dayOf, instantOf } from './csv-dates';

describe('a moment of an export', () => {
  it.each([
    ['2026-01-19 12:07:45 +0100', '2026-01-19T11:07:45.000Z'],
    ['2026-06-06 04:15:48 -0700', '2026-06-06T11:15:48.000Z'],
    ['2026-01-19T12:07:45+01:00', '2026-01-19T11:07:45.000Z'],
    ['2026-01-19 12:07:45 UTC', '2026-01-19T12:07:45.000Z'],
    ['2026-01-19 12:07:45.123Z', '2026-01-19T12:07:45.000Z'],
    ['2026/1/19 12:07', '2026-01-19T11:07:00.000Z'],
    ['2026/7/19 12:07', '2026-07-19T10:07:00.000Z'],
    ['2026/6/12', '2026-06-12T10:00:00.000Z'],
  ])('%s in Amsterdam is %s', (text, instant) => {
    expect(instantOf(text, 'Europe/Amsterdam')).toBe(instant);
  });

  it.each([
    'Pacific/Auckland',
    'Pacific/Kiritimati',
    'Pacific/Pago_Pago',
    'Europe/Amsterdam',
    'America/Los_Angeles',
  ])('a day alone stays that day in %s', (zone) => {
    const instant = instantOf('2026-06-12', zone);
    expect(instant && dateIn(instant, zone)).toBe('2026-06-12');
  });

  it.each([
    '',
    '12/06/2026',
    '19-01-2026',
    '2026-02-30',
    '2026-13-01',
    '2026-01-19 25:00:00 +0100',
    '2026-01-19 12:60',
    '2026-01-19 12:07:45 +2500',
    '46041',
    'Jan 19, 2026',
  ])('"%s" is none', (text) => {
    expect(instantOf(text, 'Europe/Amsterdam')).toBeUndefined();
  });
});

describe('a day of an export', () => {
  it.each([
    ['2026-06-12', '2026-06-12'],
    ['2026/6/12', '2026-06-12'],
    ['2026-06-12 00:00:00 +0200', '2026-06-12'],
    ['12/6/2026', undefined],
    ['2026/2/30', undefined],
  ])('%s is %s', (text, day) => {
    expect(dayOf(text)).toBe(day);
  });
});
