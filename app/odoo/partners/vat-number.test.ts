import { describe, expect, it } from 'vitest';
import { plainVat, vatSpellings, vatsToTry, vatWithCountry } from './vat-number';

describe('a VAT number', () => {
  it('is compared without blanks, dots, dashes and case', () => {
    expect(plainVat(' nl 1234.56.782-B90 ')).toBe('NL123456782B90');
  });

  it.each([
    ['123456782B90', 'NL', 'NL123456782B90'],
    ['0477.472.701', 'BE', 'BE0477472701'],
    ['094259216', 'GR', 'EL094259216'],
    ['B12345674', 'ES', 'ESB12345674'],
    ['DE136695976', 'NL', 'DE136695976'],
  ])('%s of %s is %s', (typed, country, full) => {
    expect(vatWithCountry(typed, country)).toBe(full);
  });

  it.each([
    ['12/345/67890', 'DE'],
    ['12345678', 'NL'],
    ['CHE-123.456.788', 'CH'],
    ['12-3456789', 'US'],
  ])('%s of %s stays as it is: it is no number of that form', (typed, country) => {
    expect(vatWithCountry(typed, country)).toBe(plainVat(typed));
    expect(vatsToTry(typed, country)).toContain(typed);
  });

  it('that cannot be one of the country that it names is not offered: Odoo 17 would fill it up with zeros', () => {
    expect(vatsToTry('NL12', 'NL')).toEqual([]);
    expect(vatsToTry('NL12', undefined)).toEqual([]);
    expect(vatsToTry('  ', 'NL')).toEqual([]);
  });

  it('is looked for as it is typed, plain, and with its country', () => {
    expect(vatSpellings('0477.472.701', 'BE')).toEqual(['BE0477472701', '0477472701', '0477.472.701']);
  });
});
