import { describe, expect, it } from 'vitest';
import { orderSettings } from './order-settings';

describe('How often Shopify is asked for orders', () => {
  const chosen = (value: string) =>
    orderSettings([{ kind: 'setting', key: 'poll-minutes', target: { value } }], 'UTC').pollMinutes;

  it('is as often as the merchant chose', () => {
    expect([chosen('15'), chosen('60'), chosen('240')]).toEqual([15, 60, 240]);
  });

  it('is every half hour where nothing was chosen, or what no settings page would take', () => {
    expect(orderSettings([], 'UTC').pollMinutes).toBe(30);
    for (const nonsense of ['', 'often', '0', '-30', '5', '1e9', 'NaN', '30.5', '9999']) {
      expect(chosen(nonsense), nonsense).toBe(30);
    }
  });
});
