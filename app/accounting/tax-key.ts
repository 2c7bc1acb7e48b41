import type { Order, SaleTax } from './order';
import { provinceMatters } from './province-matters';

declare const taxKeyBrand: unique symbol;

/**
 * What a tax mapping hangs on: country (and province where it matters), title, rate, whether prices include it, and goods
 * or shipping. Written `NL|BTW|21|included`, with `|shipping` behind it on shipping, `|remitted` where Shopify pays the
 * tax itself, and `ES-GC` for a province.
 */
export type TaxKey = string & { readonly [taxKeyBrand]: true };

export type TaxedSupply = 'goods' | 'shipping';

export interface TaxKeyParts {
  /** ISO 3166 alpha-2, or `*` where the order names no country. */
  readonly country: string;
  /** ISO 3166-2 without the country, where a part of the country has taxes of its own. */
  readonly province?: string;
  /** Empty for a sale on which Shopify put no tax at all. */
  readonly title: string;
  /** Decimal percentage: "21". "0" for no tax. */
  readonly rate: string;
  readonly included: boolean;
  /** Goods where it is not given. */
  readonly supply?: TaxedSupply;
  /** Shopify collects this tax and pays it itself (`channelLiable`): in the merchant's books the sale is without it. */
  readonly remitted?: boolean;
}

export function taxKey(parts: TaxKeyParts): TaxKey {
  const title = parts.title.replaceAll('|', '/').trim();
  const place = parts.province ? `${parts.country}-${parts.province}` : parts.country;
  return [
    place,
    title,
    parts.rate,
    parts.included ? 'included' : 'excluded',
    ...(parts.supply === 'shipping' ? ['shipping'] : []),
    ...(parts.remitted ? ['remitted'] : []),
  ].join('|') as TaxKey;
}

export function readTaxKey(key: TaxKey): Required<Omit<TaxKeyParts, 'province'>> & { province?: string } {
  const [place = '*', title = '', rate = '0', included = 'excluded', ...marks] = key.split('|');
  const [country = '*', province] = place.split('-', 2);
  return {
    country,
    ...(province ? { province } : {}),
    title,
    rate,
    included: included === 'included',
    supply: marks.includes('shipping') ? 'shipping' : 'goods',
    remitted: marks.includes('remitted'),
  };
}

/** The key of the same tax on goods: what shipping is booked under where it has no mapping of its own. */
export function goodsKey(key: TaxKey): TaxKey {
  return key.replace('|shipping', '') as TaxKey;
}

function placeOf({ taxCountry: country, taxProvince: province }: Order) {
  if (!country) return { country: '*' };
  return province && provinceMatters(country, province) ? { country, province } : { country };
}

export function taxKeyOf(order: Order, tax: SaleTax, supply: TaxedSupply = 'goods'): TaxKey {
  return taxKey({
    ...placeOf(order),
    title: tax.title,
    rate: tax.rate,
    included: order.taxesIncluded,
    supply,
    remitted: tax.channelLiable === true,
  });
}

/** The key of sales without any tax: exports, exempt goods. They need a mapping too: "no tax" is a box on a VAT return. */
export function noTaxKeyOf(order: Order, supply: TaxedSupply = 'goods'): TaxKey {
  return taxKey({ ...placeOf(order), title: '', rate: '0', included: order.taxesIncluded, supply });
}
