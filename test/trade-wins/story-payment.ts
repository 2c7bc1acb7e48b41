import type { JsonObject } from '../fakes/shopify/shop-state';
import { bag, type Amount } from './amount';
import { inBoth } from './price-order';
import type { SoldContext } from './sold-json';

export type PaymentWish = {
  kind?: 'SALE' | 'AUTHORIZATION' | 'CAPTURE' | 'VOID' | 'REFUND' | 'CHANGE';
  status?: 'SUCCESS' | 'PENDING' | 'FAILURE' | 'ERROR';
  at?: string;
  /** Cents of the shop's currency; what is still to pay if left out. */
  cents?: bigint;
  /** What rounding to a coin changed in the money, signed. */
  rounding?: bigint;
};

const titles: Record<string, string> = {
  shopify_payments: 'Shopify Payments',
  paypal: 'PayPal',
  manual: 'Manual',
  cash: 'Cash',
  gift_card: 'Gift card',
  shopify_store_credit: 'Store credit',
};

const byHand = ['manual', 'Bank Deposit', 'Cash on Delivery (COD)'];

export function paymentJson(
  id: string,
  gateway: string,
  amount: Amount,
  { kind, status, at, rounding }: PaymentWish,
  { currencies, exchange, test }: SoldContext & { test: unknown },
): JsonObject {
  return {
    id,
    kind,
    status,
    gateway,
    formattedGateway: titles[gateway] ?? gateway,
    manualPaymentGateway: byHand.includes(gateway),
    test,
    processedAt: at,
    createdAt: at,
    amountSet: bag(amount, currencies),
    ...(rounding === undefined ? {} : { amountRoundingSet: bag(inBoth(rounding, exchange), currencies) }),
  };
}
