/** Countries where sales tax is a matter of the state or province. */
const everywhere = new Set(['US', 'CA', 'IN', 'BR']);

/**
 * Parts of countries that stand outside their country's VAT (or, Northern Ireland, inside the EU's for goods), as
 * Directive 2006/112/EC, art. 6, and the Windsor Framework have it, or with rates of their own. Codes are ISO 3166-2.
 */
const apart: Readonly<Record<string, readonly string[]>> = {
  ES: ['GC', 'TF', 'CE', 'ML'],
  GB: ['NIR'],
  PT: ['20', '30'],
  GR: ['69'],
};

/** Whether each state or province of the country has a sales tax of its own. */
export function taxedByProvince(country: string): boolean {
  return everywhere.has(country);
}

/** Whether sales to this province are taxed otherwise than sales to the rest of its country. */
export function provinceMatters(country: string, province: string): boolean {
  return taxedByProvince(country) || (apart[country]?.includes(province) ?? false);
}
