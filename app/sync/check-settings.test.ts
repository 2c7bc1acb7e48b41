import { describe, expect, it } from 'vitest';
import type { MappingRecord } from '../database/mappings';
import { refusedSettings } from './check-settings';
import type { MappingChange } from '../views/mapping-view';

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
    Object.entries(refusedSettings(changes, merged)).map(([place, { facts }]) => [place, facts.reason]),
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
