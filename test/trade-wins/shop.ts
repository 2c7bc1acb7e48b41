import type { JsonObject, ShopState } from '../fakes/shopify/shop-state';
import { productJson, products } from './catalogue';
import { companyJson, customerJson, customers } from './customers';
import { money } from './amount';
import type { MadeOrder } from './made-order';

export const tradeWinsShop = 'trade-wins.myshopify.com';

export type ShopParts = {
  orders: readonly MadeOrder[];
  payouts: JsonObject[];
  balanceTransactions: JsonObject[];
  disputes?: JsonObject[];
  /** What Shopify holds for the shop, in cents. */
  balance: bigint;
};

/** The state of Trade Wins around these orders and payouts. */
export function shopState({
  orders,
  payouts,
  balanceTransactions,
  disputes = [],
  balance,
}: ShopParts): ShopState {
  return {
    shop: {
      id: 'gid://shopify/Shop/68000000001',
      name: 'Trade Wins',
      email: 'hello@trade-wins.example',
      myshopifyDomain: tradeWinsShop,
      currencyCode: 'EUR',
      taxesIncluded: true,
      taxShipping: true,
      ianaTimezone: 'Europe/Amsterdam',
      timezoneOffset: '+0100',
      enabledPresentmentCurrencies: ['EUR', 'USD'],
      plan: { publicDisplayName: 'Grow', shopifyPlus: false },
      shopAddress: {
        company: 'Trade Wins B.V.',
        address1: 'Twijnstraat 1',
        zip: '3511 ZG',
        city: 'Utrecht',
        countryCodeV2: 'NL',
      },
    },
    products: products.map(productJson),
    customers: customers.map(customerJson),
    companies: customers.filter(({ company }) => company).map(companyJson),
    orders: orders.map(({ json }) => json),
    disputes,
    shopifyPaymentsAccount: {
      id: 'gid://shopify/ShopifyPaymentsAccount/31000000001',
      activated: true,
      country: 'NL',
      defaultCurrency: 'EUR',
      balance: [money(balance, 'EUR')],
      payoutSchedule: { interval: 'WEEKLY', weeklyAnchor: 'TUESDAY' },
      payouts,
      balanceTransactions,
    },
  };
}
