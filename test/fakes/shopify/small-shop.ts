import type { ShopState } from './shop-state';
import type { FakeShopify } from './start-fake-shopify';

export const domain = 'tulip.myshopify.com';
export const app = { clientId: 'key', clientSecret: 'secret' };

/** One order, and two payouts of which one holds 301 transactions. */
export const state: ShopState = {
  shop: { id: 'Shop/1', name: 'Tulip', myshopifyDomain: domain, currencyCode: 'EUR', taxesIncluded: true },
  orders: [
    {
      id: 'Order/1001',
      processedAt: '2026-11-01T10:00:00Z',
      lineItems: [{ id: 'LineItem/1', title: 'Spade', sku: 'SPADE', quantity: 1, originalTotalSet: '12.10' }],
      transactions: [
        { id: 'OrderTransaction/501', kind: 'SALE', gateway: 'shopify_payments', amountSet: '12.10' },
      ],
      agreements: [
        {
          id: 'SalesAgreement/1',
          reason: 'ORDER',
          happenedAt: '2026-11-01T10:00:00Z',
          sales: [
            {
              id: 'Sale/1',
              lineType: 'PRODUCT',
              quantity: 1,
              lineItem: 'LineItem/1',
              totalAmount: '12.10',
              taxes: [{ amount: '2.10', taxLine: { title: 'NL VAT', rate: 0.21, priceSet: '2.10' } }],
            },
          ],
        },
      ],
    },
  ],
  shopifyPaymentsAccount: {
    payouts: [
      { id: 'ShopifyPaymentsPayout/71', issuedAt: '2026-11-03T00:00:00Z' },
      { id: 'ShopifyPaymentsPayout/72', issuedAt: '2026-11-05T00:00:00Z', status: 'SCHEDULED' },
    ],
    balanceTransactions: [
      ...Array.from({ length: 300 }, (_, index) => ({
        id: `ShopifyPaymentsBalanceTransaction/${9000 + index}`,
        type: 'CHARGE',
        transactionDate: `2026-11-02T10:${String(index % 60).padStart(2, '0')}:00Z`,
        amount: '12.10',
        fee: '0.48',
        sourceOrderTransactionId: '501',
        associatedOrder: 'Order/1001',
        associatedPayout: 'ShopifyPaymentsPayout/71',
      })),
      {
        id: 'ShopifyPaymentsBalanceTransaction/9999',
        type: 'TRANSFER',
        transactionDate: '2026-11-03T00:00:00Z',
        amount: '-3486.00',
        associatedPayout: 'ShopifyPaymentsPayout/71',
      },
    ],
  },
};

export interface Answer {
  // The shape of data differs with every query of these tests.
  data: Record<string, unknown>;
  errors?: { message: string; path?: string[]; extensions?: Record<string, unknown> }[];
  extensions: { cost: Record<string, unknown>; search?: unknown };
}

/** Asks that fake of the Admin API, by default with a token that holds. */
export async function ask(
  fake: FakeShopify,
  query: string,
  variables: object = {},
  token = fake.issueToken(),
): Promise<Answer> {
  const response = await post(fake, '/admin/api/2026-07/graphql.json', { query, variables }, token);
  return (await response.json()) as Answer;
}

export function post(fake: FakeShopify, path: string, body: object, token = ''): Promise<Response> {
  return fetch(fake.origin + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-host': domain,
      'x-shopify-access-token': token,
    },
    body: JSON.stringify(body),
  });
}
