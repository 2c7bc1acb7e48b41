import { toDecimal, toUnits } from './decimal';
import { isJsonObject } from './is-json-object';

export type MoneyV2 = { amount: string; currencyCode: string };
export type MoneyBag = { shopMoney: MoneyV2; presentmentMoney: MoneyV2 };

/** Reads `"10.00"` (shop currency), `"10.00 USD"` or `{amount, currencyCode}`. */
export function readMoney(value: unknown, shopCurrency: string, path: string): MoneyV2 {
  if (typeof value === 'string') {
    const [amount = '', currencyCode = shopCurrency] = value.trim().split(/\s+/);
    return { amount: normal(amount, path), currencyCode };
  }
  if (isJsonObject(value) && value['amount'] !== undefined) {
    const { amount, currencyCode } = value;
    if (typeof amount !== 'string') {
      throw new Error(`${path}: write an amount as a string ("9.95"), not as a number.`);
    }
    return {
      amount: normal(amount, path),
      currencyCode: typeof currencyCode === 'string' ? currencyCode : shopCurrency,
    };
  }
  throw new Error(`${path} is not money: ${JSON.stringify(value)}`);
}

/** Reads a full MoneyBag, or one amount that is both the shop's and the customer's. */
export function readMoneyBag(value: unknown, shopCurrency: string, path: string): MoneyBag {
  if (isJsonObject(value) && value['shopMoney'] !== undefined) {
    const shopMoney = readMoney(value['shopMoney'], shopCurrency, `${path}.shopMoney`);
    const presentment = value['presentmentMoney'];
    return {
      shopMoney,
      presentmentMoney:
        presentment === undefined
          ? shopMoney
          : readMoney(presentment, shopCurrency, `${path}.presentmentMoney`),
    };
  }
  const money = readMoney(value, shopCurrency, path);
  return { shopMoney: money, presentmentMoney: money };
}

function normal(amount: string, path: string): string {
  try {
    return toDecimal(toUnits(amount));
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`);
  }
}
