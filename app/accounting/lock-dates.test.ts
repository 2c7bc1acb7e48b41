import { expect, it } from 'vitest';
import { calendarDate } from './calendar-date';
import { firstOpenDay, lockOn } from './lock-dates';

const may = calendarDate('2026-05-31');
const june = calendarDate('2026-06-30');

it('a closed day includes itself, and the next day is open', () => {
  expect(lockOn(may, 'statement line', { everything: may })).toBe(may);
  expect(lockOn(calendarDate('2026-06-01'), 'statement line', { everything: may })).toBeUndefined();
  expect(firstOpenDay(may)).toBe('2026-06-01');
  expect(firstOpenDay(calendarDate('2026-12-31'))).toBe('2027-01-01');
});

it('closed sales and closed taxes hold documents, not statement lines', () => {
  expect(lockOn(may, 'sales document', { sales: june })).toBe(june);
  expect(lockOn(may, 'sales document', { tax: june })).toBe(june);
  expect(lockOn(may, 'statement line', { sales: june, tax: june })).toBeUndefined();
});

it('the latest of several closed days is the one that counts', () => {
  expect(lockOn(may, 'sales document', { everything: june, sales: may })).toBe(june);
});

it('without lock dates everything is open', () => {
  expect(lockOn(may, 'sales document', {})).toBeUndefined();
});
