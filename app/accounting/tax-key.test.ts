import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anOrder, product, vat, without } from '../../test/support/builders';
import { goodsKey, noTaxKeyOf, readTaxKey, taxKey, taxKeyOf } from './tax-key';

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
