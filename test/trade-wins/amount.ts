import type { JsonObject } from '../fakes/shopify/shop-state';

/** An amount in minor units (cents), in the shop's currency and in the one that the customer sees. */
export type Amount = { shop: bigint; presentment: bigint };
export type Currencies = { shop: string; presentment: string };

export const nothing: Amount = { shop: 0n, presentment: 0n };

export function plus(...amounts: Amount[]): Amount {
  return amounts.reduce(
    (sum, { shop, presentment }) => ({ shop: sum.shop + shop, presentment: sum.presentment + presentment }),
    nothing,
  );
}

export function each(amount: Amount, change: (cents: bigint) => bigint): Amount {
  return { shop: change(amount.shop), presentment: change(amount.presentment) };
}

export function negative(amount: Amount): Amount {
  return each(amount, (cents) => -cents);
}

export function minus(from: Amount, amount: Amount): Amount {
  return plus(from, negative(amount));
}

export function times(amount: Amount, quantity: number): Amount {
  return each(amount, (cents) => cents * BigInt(quantity));
}

/** Half away from zero, as Shopify rounds. */
export function divided(numerator: bigint, denominator: bigint): bigint {
  const sign = numerator < 0n !== denominator < 0n ? -1n : 1n;
  const [top, bottom] = [
    numerator < 0n ? -numerator : numerator,
    denominator < 0n ? -denominator : denominator,
  ];
  return sign * ((2n * top + bottom) / (2n * bottom));
}

/** The tax inside a price that includes it, rounded once for the line. */
export function taxInside(gross: bigint, percent: bigint): bigint {
  return divided(gross * percent, 100n + percent);
}

/** Splits a total by weights so that the shares sum to it: each share is what is due so far less what was given. */
export function shared(total: bigint, weights: readonly bigint[]): bigint[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0n);
  let weighed = 0n;
  let given = 0n;
  return weights.map((weight) => {
    weighed += weight;
    const share = (whole === 0n ? 0n : divided(total * weighed, whole)) - given;
    given += share;
    return share;
  });
}

/** 1234n as "12.34". Every currency of this shop has two decimals. */
export function decimal(cents: bigint): string {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export function money(cents: bigint, currencyCode: string): JsonObject {
  return { amount: decimal(cents), currencyCode };
}

export function bag({ shop, presentment }: Amount, currencies: Currencies): JsonObject {
  return {
    shopMoney: money(shop, currencies.shop),
    presentmentMoney: money(presentment, currencies.presentment),
  };
}
