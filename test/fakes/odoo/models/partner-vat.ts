import type { Odoo } from '../odoo';
import { validationError } from '../odoo-error';
import type { Context } from '../rules';
import { link, type Row, text } from '../row';

interface Check {
  readonly format: string;
  readonly valid: (number: string) => boolean;
}

/** Nine digits that pass the eleven test, B, two digits. */
function isDutch(number: string): boolean {
  const match = /^(\d{9})B\d{2}$/.exec(number);
  if (!match) return false;
  const digits = Array.from(match[1] ?? '', Number);
  const weighed = digits.slice(0, 8).reduce((sum, digit, at) => sum + digit * (9 - at), 0);
  return weighed % 11 === digits[8];
}

/** Other countries' numbers are taken as they are; of these Germany's and France's by their form alone. */
const checks: Readonly<Record<string, Check>> = {
  NL: { format: 'NL123456782B90', valid: isDutch },
  DE: {
    format: 'DE123456788 or 12/345/67890',
    valid: (number) => /^(\d{9}|\d{2,3}\/\d{3,4}\/\d{4,5})$/.test(number),
  },
  FR: { format: 'FR23334175221', valid: (number) => /^[A-Z0-9]{2}\d{9}$/.test(number) },
};

function countryOf(odoo: Odoo, partner: Row): string {
  const country = odoo.table('res.country').get(link(partner, 'country_id'));
  return country ? text(country, 'code') : '';
}

const plain = (vat: string) => vat.toUpperCase().replaceAll(/[\s.-]/g, '');

/** As Odoo writes a number down: without blanks and dots where it knows the country's form. */
export function fixedVat(odoo: Odoo, partner: Row): string {
  const vat = text(partner, 'vat');
  const number = plain(vat);
  const isKnown = Boolean(checks[countryOf(odoo, partner)] ?? checks[number.slice(0, 2)]);
  return isKnown && !vat.includes('/') ? number : vat;
}

export function checkVat(odoo: Odoo, partner: Row, context: Context): void {
  const vat = plain(text(partner, 'vat'));
  const prefix = vat.slice(0, 2);
  const isCountry = odoo.table('res.country').by('code', prefix).length > 0;
  // The number's own country goes first; a number without one is of the partner's.
  const country = isCountry ? prefix : countryOf(odoo, partner);
  const check = checks[country];
  if (!vat || vat === '/' || !check) return;
  const number = vat.startsWith(country) ? vat.slice(2) : vat;
  if (check.valid(number)) return;
  // 17 fills up a short Dutch number that is loaded, and takes it; 19 checks those too.
  const isShort = country === 'NL' && vat.startsWith('NL') && number.length < 12;
  if (odoo.version === 17 && context.import_file && isShort) return;
  const padded = country === 'NL' ? number.slice(0, -3).padStart(9, '0') + number.slice(-3) : number;
  const [shown, gap] =
    odoo.version === 17 ? [vat.startsWith(country) ? `${country}${padded}` : vat, ''] : [padded, ' '];
  throw validationError(
    `\nThe VAT number [${shown}] for partner [${text(partner, 'name')}] does not seem to be valid. ${gap}\n` +
      `Note: the expected format is ${check.format}`,
  );
}
