/** How a VAT number reads behind its country, in the EU (and Greece's EL, Northern Ireland's XI). */
const formats: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/,
  BE: /^[01]?\d{9}$/,
  BG: /^\d{9,10}$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  ES: /^[A-Z0-9]\d{7}[A-Z0-9]$/,
  FI: /^\d{8}$/,
  FR: /^[A-Z0-9]{2}\d{9}$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^\d[A-Z0-9+*]\d{5}[A-Z]{1,2}$/,
  IT: /^\d{11}$/,
  LT: /^(\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^\d{9}B\d{2}$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{12}$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
};

/** "nl 1234.56.782.B90" → "NL123456782B90". */
export function plainVat(vat: string): string {
  return vat.toUpperCase().replaceAll(/[\s.\-/]/g, '');
}

/** With the country in front, where the number has none and reads like one of that country. */
export function vatWithCountry(vat: string, country: string | undefined): string {
  const number = plainVat(vat);
  const prefix = country === 'GR' ? 'EL' : (country ?? '');
  if (number.startsWith(prefix)) return number;
  return formats[prefix]?.test(number) ? prefix + number : number;
}

/**
 * What may be offered to Odoo, the best first. Empty where the number names the buyer's country and cannot be one of it:
 * Odoo 17 fills up a short Dutch number with zeros instead of refusing it (seen: NL123 became NL000000000123).
 */
export function vatsToTry(vat: string, country: string | undefined): readonly string[] {
  if (vat.trim() === '') return [];
  const best = vatWithCountry(vat, country);
  const prefix = best.slice(0, 2);
  const own = country === 'GR' ? 'EL' : (country ?? prefix);
  const format = formats[prefix];
  if (format && prefix === own && !format.test(best.slice(2))) return [];
  return [...new Set([best, vat.trim()])];
}

/** Every way in which a partner of that number may have it written in Odoo. */
export function vatSpellings(vat: string, country: string | undefined): readonly string[] {
  const best = vatWithCountry(vat, country);
  return [...new Set([best, plainVat(vat), vat.trim()])].filter((one) => one !== '');
}
