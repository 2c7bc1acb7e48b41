/**
 * Exact decimal arithmetic on Shopify's amounts, for the figures that a state leaves out. Amounts are scaled to
 * six places, which is more than any currency has.
 */
const places = 6;

export function toUnits(decimal: string): bigint {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(decimal.trim());
  if (!match || !/\d/.test(decimal)) throw new Error(`"${decimal}" is not a decimal number.`);
  const fraction = (match[3] ?? '').padEnd(places, '0');
  if (fraction.length > places) throw new Error(`"${decimal}" has more than ${places} decimals.`);
  const units = BigInt(`${match[2] || '0'}${fraction}`);
  return match[1] === '-' ? -units : units;
}

/** As Shopify writes amounts: trailing zeros dropped, at least one decimal ("10.0", "9.95"). */
export function toDecimal(units: bigint): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const fraction = digits.slice(-places).replace(/0+$/, '') || '0';
  return `${units < 0n ? '-' : ''}${digits.slice(0, -places)}.${fraction}`;
}
