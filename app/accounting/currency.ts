import currencyCodes from 'currency-codes';

declare const currencyBrand: unique symbol;

/** An ISO 4217 code in capitals, e.g. `EUR`. */
export type Currency = string & { readonly [currencyBrand]: true };

const digitsByCode = new Map(currencyCodes.data.map((row) => [row.code, row.digits]));

/** Reads an ISO 4217 code. Throws a RangeError on one that ISO does not list. */
export function currency(code: string): Currency {
  const upper = code.trim().toUpperCase();
  if (!digitsByCode.has(upper)) throw new RangeError(`"${code}" is not an ISO 4217 currency code`);
  return upper as Currency;
}

/** Digits after the decimal point in ISO 4217: EUR 2, JPY 0, KWD 3. */
export function digitsOf(code: Currency): number {
  return digitsByCode.get(code) ?? 2;
}
