import { describe, expect, it } from 'vitest';
import type { Buyer } from '../../accounting/order';
import { addressAsMade } from './own-address';
import { namesOf, targetsOf } from './partner-targets';
import { noPlaces } from './read-places';

const dam = { street: 'Damrak 1', zip: '1012 LG', city: 'Amsterdam' };
const kade = { street: 'Kade 7', zip: '3011 AA', city: 'Rotterdam' };
const ann: Buyer = { id: '7', name: 'Ann', isCompany: false, billing: dam };
const groen: Buyer = {
  id: '8',
  name: 'Groen BV',
  isCompany: true,
  company: { id: '5', name: 'Groen BV', location: { id: '6', name: 'Hoofdkantoor' }, contactName: 'Kees' },
  billing: dam,
};
const at = (name: string, address: object) => new Map([[name, addressAsMade(address, noPlaces, false)]]);

describe('a document goes', () => {
  it('to the customer at their own address, and nowhere else', () => {
    const { invoice, delivery } = targetsOf(
      { ...ann, delivery: dam },
      'original',
      at('customer_7', dam),
      noPlaces,
    );
    expect([invoice, delivery]).toEqual(['customer_7', undefined]);
  });

  it('to another address of the customer’s where they moved, and is sent to the old one where the order says so', () => {
    const moved = { ...ann, billing: kade, delivery: dam };
    const { invoice, delivery, addresses } = targetsOf(moved, 'original', at('customer_7', dam), noPlaces);
    expect(invoice).toMatch(/^address_customer_7_[0-9a-f]{24}$/);
    expect(addresses.get(invoice)?.type).toBe('invoice');
    expect(delivery).toBe('customer_7');
  });

  it('to a person who is sent a present under a name of their own', () => {
    const gift = { ...ann, delivery: { ...dam, name: 'Oma' } };
    const { delivery, addresses } = targetsOf(gift, 'original', at('customer_7', dam), noPlaces);
    expect(addresses.get(delivery ?? '')).toMatchObject({ type: 'delivery', address: { name: 'Oma' } });
  });

  it('to the location of a company, or to the company itself, as the setting says', () => {
    const own = new Map([...at('company_5', dam), ...at('location_6', dam)]);
    expect(targetsOf(groen, 'original', own, noPlaces).invoice).toBe('location_6');
    expect(targetsOf({ ...groen, billing: kade }, 'company', own, noPlaces).invoice).toBe('company_5');
  });

  it('to the generic customer without any address', () => {
    expect(targetsOf({ ...ann, delivery: kade }, 'generic', new Map(), noPlaces)).toMatchObject({
      invoice: 'generic_customer',
      names: ['generic_customer'],
    });
  });
});

it('every partner that a document may need is asked for beforehand', () => {
  for (const buyer of [ann, groen, { ...ann, billing: kade, delivery: dam }, { ...groen, delivery: kade }]) {
    for (const mode of ['original', 'company', 'generic'] as const) {
      for (const own of [new Map(), at('customer_7', dam), at('company_5', kade), at('location_6', kade)]) {
        expect(namesOf(buyer, mode)).toEqual(
          expect.arrayContaining([...targetsOf(buyer, mode, own, noPlaces).names]),
        );
      }
    }
  }
});
