import { describe, expect, it } from 'vitest';
import { labelOf } from './label-of';

describe('the label of a line', () => {
  it('that Klopt named is in the customer’s language', () => {
    const discount = { role: 'discount', label: 'Discount' } as const;
    expect(['nl', 'nl-BE', 'de-DE', 'FR', 'en'].map((locale) => labelOf(discount, locale))).toEqual([
      'Korting',
      'Korting',
      'Rabatt',
      'Remise',
      'Discount',
    ]);
  });

  it('is English for a customer whose language is not known, or none of ours', () => {
    const tip = { role: 'tip', label: 'Tip' } as const;
    expect([labelOf(tip, undefined), labelOf(tip, 'pl')]).toEqual(['Tip', 'Tip']);
  });

  it('that Shopify or the merchant gave stays as it is', () => {
    expect(labelOf({ role: 'product', label: 'Tip' }, 'nl')).toBe('Tip');
    expect(labelOf({ role: 'shipping', label: 'DHL Express' }, 'nl')).toBe('DHL Express');
    expect(labelOf({ role: 'channel-tax', label: 'State tax' }, 'fr')).toBe('State tax');
  });
});
