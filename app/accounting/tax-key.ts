import type { Order, SaleTax } from './order';

declare const taxKeyBrand: unique symbol;

/** What a tax mapping hangs on: country, title, rate and whether prices include it; written `NL|VAT|21|included`. */
export type TaxKey = string & { readonly [taxKeyBrand]: true };

export interface TaxKeyParts {
  /** ISO 3166 alpha-2, or `*` where the order names no country. */
  readonly country: string;
  /** Empty for a sale on which Shopify put no tax at all. */
  readonly title: string;
  /** Decimal percentage: "21". "0" for no tax. */
  readonly rate: string;
  readonly included: boolean;
}

export function taxKey(parts: TaxKeyParts): TaxKey {
  const title = parts.title.replaceAll('|', '/').trim();
  return `${parts.country}|${title}|${parts.rate}|${parts.included ? 'included' : 'excluded'}` as TaxKey;
}

export function readTaxKey(key: TaxKey): TaxKeyParts {
  const [country = '*', title = '', rate = '0', included = 'excluded'] = key.split('|');
  return { country, title, rate, included: included === 'included' };
}

export function taxKeyOf(order: Order, tax: SaleTax): TaxKey {
  return taxKey({
    country: order.taxCountry ?? '*',
    title: tax.title,
    rate: tax.rate,
    included: order.taxesIncluded,
  });
}

/** The key of sales without any tax: exports, exempt goods. They need a mapping too: "no tax" is a box on a VAT return. */
export function noTaxKeyOf(order: Order): TaxKey {
  return taxKey({ country: order.taxCountry ?? '*', title: '', rate: '0', included: order.taxesIncluded });
}
