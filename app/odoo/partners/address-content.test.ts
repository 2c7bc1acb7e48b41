import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressContent, isPlace } from './address-content';

const dam = { name: 'Ann', street: 'Damrak 1-2', zip: '1012 LG', city: 'Amsterdam', country: 'NL' };

describe('an address', () => {
  it.each([
    ['case', { ...dam, street: 'DAMRAK 1-2' }],
    ['blanks', { ...dam, city: ' Amsterdam  ' }],
    ['the blank in a Dutch zip code', { ...dam, zip: '1012lg' }],
    ['punctuation', { ...dam, street: 'Damrak, 1 - 2' }],
    ['what stands on the second line', { ...dam, street: 'Damrak', street2: '1-2' }],
    ['the telephone', { ...dam, phone: '+31 20' }],
  ])('is the same whatever its %s', (_, written) => {
    expect(addressContent(written)).toBe(addressContent(dam));
  });

  it.each([
    ['number', { ...dam, street: 'Damrak 12' }],
    ['name', { ...dam, name: 'Bob' }],
    ['company', { ...dam, company: 'Groen BV' }],
    ['province', { ...dam, province: 'NH' }],
    ['country', { ...dam, country: 'BE' }],
  ])('is another with another %s', (_, written) => {
    expect(addressContent(written)).not.toBe(addressContent(dam));
  });

  it('is apart from every other that differs in a letter or digit', () => {
    const word = fc.stringMatching(/^[a-z0-9]{1,8}$/);
    fc.assert(
      fc.property(word, word, word, word, (street, city, otherStreet, otherCity) => {
        fc.pre(street !== otherStreet || city !== otherCity);
        expect(addressContent({ street, city })).not.toBe(
          addressContent({ street: otherStreet, city: otherCity }),
        );
      }),
    );
  });

  it('is a place only where something can be sent to', () => {
    expect(isPlace({ country: 'NL', name: 'Ann' })).toBe(false);
    expect(isPlace({ street: ' - ' })).toBe(false);
    expect(isPlace({ zip: '1012 LG' })).toBe(true);
  });
});
