import { describe, expect, it } from 'vitest';
import { defaultOf, refusedSetting, settingKeys, wordsOf, type WordSetting } from './settings';

describe('A setting', () => {
  it('may be what it is by default', () => {
    for (const key of settingKeys)
      expect([key, refusedSetting(key, defaultOf(key))]).toEqual([key, undefined]);
  });

  it('that is one of its words is kept, and another is refused with the words that are allowed', () => {
    for (const key of ['customers', 'product-unmatched', 'orders-automatic'] satisfies WordSetting[]) {
      for (const word of wordsOf(key)) expect(refusedSetting(key, word)).toBeUndefined();
    }
    expect(refusedSetting('customers', 'nobody')).toEqual({
      reason: 'not-allowed',
      allowed: 'original, company, generic',
    });
  });

  it('for a date is a day that there is, or nothing', () => {
    expect(refusedSetting('start-date', '2026-01-01')).toBeUndefined();
    expect(refusedSetting('start-date', '')).toBeUndefined();
    for (const typed of ['01-01-2026', '2026-02-30', 'tomorrow']) {
      expect(refusedSetting('start-date', typed)?.reason).toBe('no-date');
    }
  });

  it('for minutes is a whole number from 15 to 240', () => {
    for (const typed of ['15', '30', '240']) expect(refusedSetting('poll-minutes', typed)).toBeUndefined();
    for (const typed of ['14', '241', '30.5', '-30', '', 'often', '1e2']) {
      expect(refusedSetting('poll-minutes', typed)).toEqual({ reason: 'out-of-range', allowed: '15–240' });
    }
  });

  it('for statuses names at least one, and only those that there are', () => {
    expect(refusedSetting('order-statuses', 'paid,pending')).toBeUndefined();
    expect(refusedSetting('order-statuses', '')?.reason).toBe('none-chosen');
    expect(refusedSetting('order-statuses', 'paid,lost')?.allowed).toContain('partially-paid');
  });

  it('that is text has its length', () => {
    expect(refusedSetting('order-prefix', 'EU-')).toBeUndefined();
    expect(refusedSetting('order-prefix', 'x'.repeat(21))).toEqual({ reason: 'too-long', allowed: '20' });
  });

  it('is as long as a person counts it: an emoji is one character', () => {
    expect(refusedSetting('order-prefix', '😀'.repeat(20))).toBeUndefined();
    expect(refusedSetting('order-prefix', '😀'.repeat(21))?.reason).toBe('too-long');
  });
});
