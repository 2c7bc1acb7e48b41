import { describe, expect, it } from 'vitest';
import { calendarDate } from '../accounting/calendar-date';
import type { MappingRecord } from '../database/mappings';
import { refusedSettings } from './check-settings';
import type { MappingChange } from '../views/mapping-view';

const today = calendarDate('2026-11-22');
const registered = (key: string): MappingRecord => ({
  kind: 'gateway-register',
  key,
  target: { value: 'yes' },
});
const chosen = (kind: 'gateway' | 'gateway-account', key: string): MappingChange => ({
  kind,
  key,
  target: { id: 9 },
});
const asked = (key: string): MappingChange => ({
  kind: 'gateway-register',
  key,
  target: { value: 'yes' },
});
const reasons = (changes: readonly MappingChange[], merged: readonly MappingRecord[]) =>
  Object.fromEntries(
    Object.entries(refusedSettings(changes, merged, today)).map(([place, { facts }]) => [
      place,
      facts.reason,
    ]),
  );

describe('Payments that are to be registered', () => {
  it('need a journal or an account, and say so at the journal', () => {
    expect(reasons([asked('manual')], [registered('manual')])).toEqual({
      'gateway:manual': 'needs-journal',
    });
    expect(reasons([asked('manual'), chosen('gateway', 'manual')], [registered('manual')])).toEqual({});
    expect(reasons([asked('manual'), chosen('gateway-account', 'manual')], [registered('manual')])).toEqual(
      {},
    );
  });

  it('do not lose the journal that they are registered in', () => {
    const gone: MappingChange = { kind: 'gateway', key: 'manual', target: null };
    expect(reasons([gone], [registered('manual')])).toEqual({ 'gateway:manual': 'needs-journal' });
    expect(reasons([gone], [])).toEqual({});
  });

  it('of gift cards need their account', () => {
    expect(reasons([asked('gift_card')], [registered('gift_card')])).toEqual({
      'gateway-account:gift_card': 'needs-journal',
    });
  });
});

describe('A start date', () => {
  const from = (value: string) =>
    reasons([{ kind: 'setting', key: 'start-date', target: { value } }], [])['setting:start-date'];

  it('is between the first shop of all and a year from today', () => {
    for (const day of ['2004-01-01', '2026-01-01', '2027-01-01', '2027-11-23'])
      expect(from(day)).toBeUndefined();
    for (const day of ['1800-01-01', '2003-12-31']) expect(from(day)).toBe('too-early');
    for (const day of ['2027-11-24', '2999-01-01']) expect(from(day)).toBe('too-late');
    expect(from('2026-02-30')).toBe('no-date');
  });
});

describe('A setting that is far too long', () => {
  it('is named by how it begins', () => {
    const change = { kind: 'setting', key: 'order-prefix', target: { value: '😀'.repeat(300) } } as const;
    expect(refusedSettings([change], [], today)['setting:order-prefix']?.facts).toMatchObject({
      name: `${'😀'.repeat(40)}…`,
      reason: 'too-long',
      allowed: '20',
    });
  });
});
