import type { JsonObject } from '../fakes/shopify/shop-state';
import { bag, divided, type Amount, type Currencies } from './amount';
import type { OrderWish } from './make-order';
import type { ExchangeRate } from './price-order';
import { processingFee } from './processing-fee';

/** The transactions with which the customer paid: a sale, or an authorisation and its capture. */
export function payments(
  { number, at, capturedAt, presentment }: OrderWish,
  total: Amount,
  currencies: Currencies,
  paidBy: number,
  gateway: string,
): JsonObject[] {
  const first = 7_300_000_000_000 + number * 10;
  const common = {
    gateway,
    formattedGateway: gateway === 'shopify_payments' ? 'Shopify Payments' : gateway,
    manualPaymentGateway: gateway === 'Bank Deposit',
    status: 'SUCCESS',
    test: false,
    amountSet: bag(total, currencies),
  };
  const settled =
    gateway === 'shopify_payments'
      ? {
          settlementCurrency: currencies.shop,
          settlementCurrencyRate: presentment ? rateText(presentment.exchange) : '1.0',
          paymentDetails: { __typename: 'CardPaymentDetails', company: 'Visa', paymentMethodName: 'card' },
          fees: [processingFee(total.shop, currencies)],
        }
      : {};
  const taking = {
    ...common,
    ...settled,
    id: `gid://shopify/OrderTransaction/${paidBy}`,
    kind: capturedAt ? 'CAPTURE' : 'SALE',
    processedAt: capturedAt ?? at,
    createdAt: capturedAt ?? at,
    paymentId: `${number}.1`,
    ...(capturedAt ? { parentTransaction: `gid://shopify/OrderTransaction/${first}` } : {}),
  };
  if (!capturedAt) return [taking];
  const holding = {
    ...common,
    id: `gid://shopify/OrderTransaction/${first}`,
    kind: 'AUTHORIZATION',
    processedAt: at,
    createdAt: at,
  };
  return [holding, taking];
}

/** How many of the settlement currency one of the customer's currency is, to six places. */
function rateText({ numerator, denominator }: ExchangeRate): string {
  const millionths = divided(denominator * 1_000_000n, numerator);
  return `${millionths / 1_000_000n}.${(millionths % 1_000_000n).toString().padStart(6, '0')}`;
}
