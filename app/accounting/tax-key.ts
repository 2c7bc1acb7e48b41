import { inEuVat } from './eu-vat';
import type { Order, SaleTax } from './order';
import { provinceMatters, taxedByProvince } from './province-matters';

declare const taxKeyBrand: unique symbol;

/**
 * What a tax mapping hangs on: country (and province where it matters), title, rate, whether prices include it, and goods
 * or shipping. Written `NL|BTW|21|included`, with `|shipping` behind it on shipping, `|remitted` where Shopify pays the
 * tax itself, `|company` on a sale without tax to a company in the EU that gave its VAT number, and `ES-GC` for a province.
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
  /**
   * No tax, sold to a company with a VAT number in the EU: a reverse charge, which is another box of the VAT return than
   * an exempt sale to the same country.
   */
  readonly company?: boolean;
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
    ...(parts.company ? ['company'] : []),
  ].join('|') as TaxKey;
}

export interface ReadTaxKey extends Required<Omit<TaxKeyParts, 'province' | 'company'>> {
  readonly province?: string;
  readonly company?: true;
}

export function readTaxKey(key: TaxKey): ReadTaxKey {
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
    ...(marks.includes('company') ? { company: true } : {}),
  };
}

/** The key of the same tax on goods: what shipping is booked under where it has no mapping of its own. */
export function goodsKey(key: TaxKey): TaxKey {
  return key.replace('|shipping', '') as TaxKey;
}

/** The same without the mark of a company: what served before, and serves where reverse charge is not told apart. */
function anyBuyersKey(key: TaxKey): TaxKey {
  return key.replace(/\|company$/, '') as TaxKey;
}

/** A sale without tax to a state of the US is an export like any other: one mapping of the country serves all states. */
function countrysKey(key: TaxKey): TaxKey {
  const { country, province, title, rate } = readTaxKey(key);
  const isExport = province && title === '' && rate === '0' && taxedByProvince(country);
  return isExport ? (key.replace(/^[^|]*/, country) as TaxKey) : key;
}

/** Where the tax for a key is looked up, the nearest first; the last one is the plainest. */
export function keysToTry(key: TaxKey): readonly [TaxKey, ...TaxKey[]] {
  const goods = goodsKey(key);
  const ofProvince = [key, goods, anyBuyersKey(key), anyBuyersKey(goods)];
  return [...new Set([...ofProvince, ...ofProvince.map(countrysKey)])] as [TaxKey, ...TaxKey[]];
}

/** Without the marks that only choose among mappings. */
export function plainestKey(key: TaxKey): TaxKey {
  return anyBuyersKey(goodsKey(key));
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
  return taxKey({
    ...placeOf(order),
    title: '',
    rate: '0',
    included: order.taxesIncluded,
    supply,
    company: isEuCompany(order),
  });
}

function isEuCompany({ buyer, taxCountry, taxProvince }: Order): boolean {
  return buyer.isCompany && Boolean(buyer.vat?.trim()) && inEuVat(taxCountry ?? '*', taxProvince);
}
