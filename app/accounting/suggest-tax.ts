import { inEuVat } from './eu-vat';
import { readTaxKey, type TaxKey } from './tax-key';

/** A tax of Odoo that may stand for one of Shopify's. */
export interface TaxCandidate {
  readonly id: number;
  readonly name: string;
  /** Decimal percentage without trailing zeros: "21". */
  readonly rate: string;
  readonly priceIncluded: boolean;
  /** ISO 3166 alpha-2 of the VAT return that it belongs to. Odoo's OSS taxes have the seller's own. */
  readonly country: string;
}

export interface TaxSuggestion {
  readonly tax: TaxCandidate;
  /** `copy`: it fits but for "included in prices"; a copy that is would serve. */
  readonly way: 'use' | 'copy';
}

/**
 * The tax that a person would most likely choose, for a click. The rate is always equal. At home it is the company's own
 * tax with the shortest name ("21% ST" before "21% ST S", which is for services); elsewhere one that names the country
 * ("19.0% DE VAT", "DE 19% OSS"). Without a rate only what the charts of NL, BE, DE and FR name plainly.
 */
export function suggestTax(key: TaxKey, candidates: readonly TaxCandidate[]): TaxSuggestion | undefined {
  const { country, province, rate, title, included, company, remitted } = readTaxKey(key);
  if (remitted) return undefined;
  const ofRate = candidates.filter((tax) => tax.rate === rate);
  if (rate === '0') {
    if (title !== '') return undefined;
    const pattern = company ? intoTheEu : inEuVat(country, province) ? undefined : outOfTheEu;
    const [tax, ...others] = pattern ? ofRate.filter(({ name }) => pattern.test(name)) : [];
    return tax && others.length === 0 && tax.country !== country ? { tax, way: 'use' } : undefined;
  }
  const fitting = ofRate
    .filter((tax) => names(tax.name, country) || (tax.country === country && !isForeign(tax.name, country)))
    .sort((a, b) => Number(names(b.name, country)) - Number(names(a.name, country)) || byName(a, b));
  const ready = fitting.find(({ priceIncluded }) => priceIncluded === included);
  if (ready) return { tax: ready, way: 'use' };
  const plain = included ? fitting.find(({ priceIncluded }) => !priceIncluded) : undefined;
  return plain ? { tax: plain, way: 'copy' } : undefined;
}

/** Goods to companies elsewhere in the EU: NL "0% EX EU G", BE "0% EU M", DE "0% EU D", FR "0% EU G". */
const intoTheEu = /^0% (EX )?EU [GMD]$/;

/** Goods out of the EU: "0% EX", in France "0% EX G". */
const outOfTheEu = /^0% EX( G)?$/;

const words = (name: string) => name.split(/[^\p{L}\p{N}.%]+/u);

function names(name: string, country: string): boolean {
  return words(name).includes(country);
}

/** Made for sales elsewhere: OSS, deliveries within the EU, or it names another country. */
function isForeign(name: string, country: string): boolean {
  const codes = words(name).filter((word) => word !== country);
  return codes.some((word) => word === 'OSS' || word === 'EU' || inEuVat(word));
}

function byName(a: TaxCandidate, b: TaxCandidate): number {
  return a.name.length - b.name.length || (a.name < b.name ? -1 : 1);
}
