/** Members of the European Union, ISO 3166 alpha-2. */
const members = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);

/** Parts of members outside the Union's VAT: Directive 2006/112/EC, art. 6. Codes are ISO 3166-2. */
const outside: Readonly<Record<string, readonly string[]>> = { ES: ['GC', 'TF', 'CE', 'ML'], GR: ['69'] };

/** Whether goods sold there fall under the Union's VAT; Northern Ireland does so since the Windsor Framework. */
export function inEuVat(country: string, province?: string): boolean {
  if (country === 'GB') return province === 'NIR';
  return members.has(country) && !(province !== undefined && outside[country]?.includes(province));
}
