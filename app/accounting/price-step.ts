import { digitsOf, type Currency } from './currency';

/** Decimals of a unit price in Odoo ("Product Price"), where nobody asked for more. */
const priceDigits = 2;

/**
 * The smallest difference between two unit prices in Odoo, in minor units: 1 for euro and yen, 10 for the Kuwaiti dinar,
 * whose thousandths no price can say. A line's amount is then written on the draft.
 */
export function priceStep(unit: Currency): bigint {
  return 10n ** BigInt(Math.max(0, digitsOf(unit) - priceDigits));
}
