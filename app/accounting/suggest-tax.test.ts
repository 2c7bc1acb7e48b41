import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestTax, type TaxCandidate } from './suggest-tax';
import type { TaxKey } from './tax-key';

let ids = 0;
const tax = (name: string, rate: string, country: string, priceIncluded = false): TaxCandidate => ({
  id: (ids += 1),
  name,
  rate,
  priceIncluded,
  country,
});

/** As Odoo's Dutch chart has them, with OSS taxes as its OSS module makes them. */
const dutch = [
  tax('21% ST S', '21', 'NL'),
  tax('21% ST O', '21', 'NL'),
  tax('21% ST', '21', 'NL'),
  tax('9% ST', '9', 'NL'),
  tax('0%', '0', 'NL'),
  tax('0% EX EU G', '0', 'NL'),
  tax('0% EX EU S', '0', 'NL'),
  tax('0% EX', '0', 'NL'),
  tax('21.0% BE VAT', '21', 'NL'),
  tax('19.0% DE VAT', '19', 'NL'),
];
const german = [
  tax('19% EU D', '19', 'DE'),
  tax('19%', '19', 'DE'),
  tax('19% INC', '19', 'DE', true),
  tax('0% EU D', '0', 'DE'),
  tax('0% EX', '0', 'DE'),
];
const french = [tax('20% S', '20', 'FR'), tax('20% G', '20', 'FR'), tax('0% EX G', '0', 'FR')];
const suggested = (key: string, among: readonly TaxCandidate[]) => {
  const found = suggestTax(key as TaxKey, among);
  return found && `${found.way} ${found.tax.name}`;
};

describe('The tax that is suggested', () => {
  it('at home is the plain one of that rate, included in prices where Shopify’s are', () => {
    expect(suggested('NL|BTW|21|excluded', dutch)).toBe('use 21% ST');
    expect(suggested('DE|MwSt|19|included', german)).toBe('use 19% INC');
    expect(suggested('FR|TVA|20|excluded', french)).toBe('use 20% G');
  });

  it('is one to copy where only a tax that is not included exists, also for OSS', () => {
    expect(suggested('NL|BTW|21|included', dutch)).toBe('copy 21% ST');
    expect(suggested('DE|MwSt|19|included', dutch)).toBe('copy 19.0% DE VAT');
    expect(suggested('DE|MwSt|19|included|shipping', dutch)).toBe('copy 19.0% DE VAT');
  });

  it('elsewhere names the country, never the seller’s own tax of the same rate', () => {
    expect(suggested('BE|BTW|21|excluded', dutch)).toBe('use 21.0% BE VAT');
    expect(suggested('ES|IVA|21|excluded', dutch)).toBeUndefined();
    expect(suggested('DE|MwSt|19|excluded', german)).toBe('use 19%');
  });

  it('without a rate is the one for reverse charge or export, and none for an exempt sale', () => {
    expect(suggested('DE||0|included|company', dutch)).toBe('use 0% EX EU G');
    expect(suggested('US-CA||0|included', dutch)).toBe('use 0% EX');
    expect(suggested('CH||0|included', french)).toBe('use 0% EX G');
    expect(suggested('NL||0|included|company', german)).toBe('use 0% EU D');
    expect(suggested('NL||0|included', dutch)).toBeUndefined();
    expect(suggested('NL||0|included|company', dutch)).toBeUndefined();
    expect(suggested('DE||0|included', dutch)).toBeUndefined();
  });

  it('is none for a tax that Shopify pays itself', () => {
    expect(suggested('GB|VAT|20|included|remitted', [tax('GB 20%', '20', 'NL', true)])).toBeUndefined();
  });

  it('never has another rate', () => {
    const rates = fc.constantFrom('0', '5.5', '9', '19', '20', '21');
    const made = fc.record({
      id: fc.nat(),
      name: fc.constantFrom('21% ST', 'DE 19% OSS', '0% EX', '0% EU G', 'OSS', '9.0% DE VAT'),
      rate: rates,
      priceIncluded: fc.boolean(),
      country: fc.constantFrom('NL', 'DE'),
    });
    fc.assert(
      fc.property(fc.array(made), rates, fc.constantFrom('NL', 'DE', 'US'), (all, rate, country) => {
        const found = suggestTax(`${country}|VAT|${rate}|included` as TaxKey, all);
        expect(found === undefined || found.tax.rate === rate).toBe(true);
      }),
    );
  });
});
