import type { JsonObject } from '../fakes/shopify/shop-state';
import { divided, money, type Currencies } from './amount';

const perThousand = 19n;
const flat = 25n;
const conversionPerThousand = 20n;

/** Shopify's fee on a charge: 1.9 % and 0.25, and 2 % more where it converts the customer's currency. */
export function feeOn(cents: bigint, currencies: Currencies): bigint {
  const conversion =
    currencies.shop === currencies.presentment ? 0n : divided(cents * conversionPerThousand, 1000n);
  return divided(cents * perThousand, 1000n) + flat + conversion;
}

export function processingFee(cents: bigint, currencies: Currencies): JsonObject {
  return {
    type: 'processing_fee',
    rate: '0.019',
    rateName: 'eu_card',
    flatFeeName: 'per_transaction',
    flatFee: money(flat, currencies.shop),
    amount: money(feeOn(cents, currencies), currencies.shop),
    taxAmount: money(0n, currencies.shop),
  };
}
