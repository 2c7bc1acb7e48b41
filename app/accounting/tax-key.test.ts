import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anOrder, product, vat, without } from '../../test/support/builders';
import { bookedTax } from './books';
import type { Order } from './order';
import {
  goodsKey,
  keysToTry,
  noTaxKeyOf,
  plainestKey,
  readTaxKey,
  taxKey,
  taxKeyOf,
  type TaxKey,
} from './tax-key';

it('reads country, title, rate and whether prices include it', () => {
  const order = anOrder('#1001', { country: 'BE', taxesIncluded: false })
    .with(product('Gieter', 1, '10.00', vat('21')))
    .build();
  const tax = order.agreements[0]?.sales[0]?.taxes[0];
  expect(tax && taxKeyOf(order, tax)).toBe('BE|VAT|21|excluded');
  expect(noTaxKeyOf(order)).toBe('BE||0|excluded');
});

it('writes * for an order that names no country', () => {
  const order = without(anOrder().build(), 'taxCountry');
  expect(noTaxKeyOf(order)).toBe('*||0|included');
});

it('names the province where it matters, and only there', () => {
  const to = (country: string, taxProvince: string) =>
    noTaxKeyOf({ ...anOrder('#1', { country, taxesIncluded: true }).build(), taxProvince });
  expect(to('ES', 'GC')).toBe('ES-GC||0|included');
  expect(to('US', 'CA')).toBe('US-CA||0|included');
  expect(to('NL', 'UT')).toBe('NL||0|included');
  expect(readTaxKey(to('ES', 'GC'))).toMatchObject({ country: 'ES', province: 'GC' });
});

it('tells shipping from goods, and finds the goods’ key for it', () => {
  const parts = { country: 'FR', title: 'TVA', rate: '20', included: true };
  const shipping = taxKey({ ...parts, supply: 'shipping' });
  expect(shipping).toBe('FR|TVA|20|included|shipping');
  expect(goodsKey(shipping)).toBe(taxKey(parts));
  expect(taxKey({ ...parts, remitted: true })).toBe('FR|TVA|20|included|remitted');
});

describe('A sale without tax', () => {
  const company = { name: 'Gartenbau GmbH', isCompany: true, vat: 'DE123456788' };
  const sold = (country: string, buyer: Order['buyer'], province?: string) =>
    noTaxKeyOf({
      ...anOrder('#1', { country, taxesIncluded: true }).build(),
      buyer,
      ...(province ? { taxProvince: province } : {}),
    });

  it('to a company in the EU with a VAT number is marked: it is a reverse charge, not an exempt sale', () => {
    expect(sold('DE', company)).toBe('DE||0|included|company');
    expect(sold('GB', company, 'NIR')).toBe('GB-NIR||0|included|company');
    expect(readTaxKey(sold('DE', company))).toMatchObject({ rate: '0', title: '', company: true });
  });

  it('to anybody else is not: a consumer, a company without a VAT number, or a country outside the EU', () => {
    expect(sold('DE', { name: 'Erika Muster', isCompany: false })).toBe('DE||0|included');
    expect(sold('DE', { name: 'Gartenbau GmbH', isCompany: true, vat: ' ' })).toBe('DE||0|included');
    expect(sold('US', { ...company, vat: '12-3456789' }, 'CA')).toBe('US-CA||0|included');
    expect(sold('ES', { ...company, vat: 'ESB12345674' }, 'GC')).toBe('ES-GC||0|included');
    expect(sold('GB', { ...company, vat: 'GB123456789' })).toBe('GB||0|included');
  });

  it('is looked up under the nearest key first, and last under the plain one', () => {
    const shipping = 'DE||0|included|shipping|company' as TaxKey;
    expect(keysToTry(shipping)).toEqual([
      'DE||0|included|shipping|company',
      'DE||0|included|company',
      'DE||0|included|shipping',
      'DE||0|included',
    ]);
    expect(keysToTry('DE||0|included' as TaxKey)).toEqual(['DE||0|included']);
    expect(plainestKey(shipping)).toBe('DE||0|included');
    const exempt = { id: 1, name: '0%', rate: '0', priceIncluded: false };
    const reverse = { id: 2, name: '0% EX EU G', rate: '0', priceIncluded: false };
    const plain = new Map([['DE||0|included' as TaxKey, exempt]]);
    expect(bookedTax({ taxes: plain }, shipping)).toBe(exempt);
    const both = new Map([...plain, ['DE||0|included|company' as TaxKey, reverse]]);
    expect(bookedTax({ taxes: both }, shipping)).toBe(reverse);
    expect(bookedTax({ taxes: both }, 'DE||0|included' as TaxKey)).toBe(exempt);
  });
});

it('lets one mapping of a country serve exports to all its states, but never where a part stands outside its VAT', () => {
  expect(keysToTry('US-CA||0|included' as TaxKey)).toEqual(['US-CA||0|included', 'US||0|included']);
  expect(keysToTry('US-CA|Sales tax|7.25|excluded' as TaxKey)).toEqual(['US-CA|Sales tax|7.25|excluded']);
  expect(keysToTry('ES-GC||0|included' as TaxKey)).toEqual(['ES-GC||0|included']);
});

it('reads back every key it writes; a bar in a title cannot break it', () => {
  const parts = fc.record({
    country: fc.constantFrom('NL', 'DE', '*'),
    title: fc.string().map((title) => title.trim()),
    rate: fc.constantFrom('21', '5.5', '0'),
    included: fc.boolean(),
    supply: fc.constantFrom('goods' as const, 'shipping' as const),
    remitted: fc.boolean(),
  });
  fc.assert(
    fc.property(parts, (one) => {
      expect(readTaxKey(taxKey(one))).toEqual({ ...one, title: one.title.replaceAll('|', '/') });
    }),
  );
});
