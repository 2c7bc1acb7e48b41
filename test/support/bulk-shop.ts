import { afterAll, afterEach, beforeAll } from 'vitest';
import { bulkOperation, isReady, type BulkOperation } from '../../app/shopify/bulk/bulk-operation';
import { startOrdersBulk } from '../../app/shopify/bulk/start-orders-bulk';
import { adminApi, type AdminApi } from '../../app/shopify/admin-api';
import { fetchFromShopify } from '../../app/shopify/fetch-from-shopify';
import type { OrderSearch } from '../../app/shopify/order-search';
import { noFaults } from '../fakes/shopify/faults';
import type { JsonObject } from '../fakes/shopify/shop-state';
import {
  startFakeShopify,
  type FakeShopify,
  type FakeShopifyOptions,
} from '../fakes/shopify/start-fake-shopify';

const domain = 'tulip.myshopify.com';

/** How many orders the shop has: more than one page of them. */
export const bulkOrders = 230;

export interface BulkShop {
  readonly fake: FakeShopify;
  readonly api: AdminApi;
}

/** A shop of so many orders, with refunds, payment terms and tax numbers among them. */
export async function openBulkShop(wishes: Pick<FakeShopifyOptions, 'scopes'> = {}): Promise<BulkShop> {
  const fake = await startFakeShopify({
    state: {
      shop: { id: 'Shop/1', myshopifyDomain: domain, currencyCode: 'EUR', taxesIncluded: true },
      orders: Array.from({ length: bulkOrders }, (_, index) => anOrder(1001 + index)),
    },
    clientId: 'key',
    clientSecret: 'secret',
    ...wishes,
  });
  const api = adminApi({
    shop: domain,
    accessToken: () => Promise.resolve(fake.issueToken()),
    fetch: fetchFromShopify(fake.origin),
  });
  return { fake, api };
}

/** Such a shop for the tests of a file, well again after each. */
export function useBulkShop(): BulkShop {
  const used = {} as BulkShop;
  beforeAll(async () => {
    Object.assign(used, await openBulkShop());
  });
  afterAll(() => used.fake.stop());
  afterEach(() => Object.assign(used.fake.faults, noFaults()));
  return used;
}

/** Starts a bulk operation and waits until it has ended. */
export async function endedBulk(api: AdminApi, search: OrderSearch = {}): Promise<BulkOperation> {
  const id = await startOrdersBulk(api, search);
  for (;;) {
    const operation = await bulkOperation(api, id);
    if (operation && isReady(operation)) return operation;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function anOrder(number: number): JsonObject {
  const at = new Date(Date.UTC(2026, 9, 1) + number * 3_600_000).toISOString();
  const tax = (amount: string) => [
    { amount, taxLine: { title: 'NL VAT', rate: 0.21, ratePercentage: 21, priceSet: amount } },
  ];
  const refunded = number % 10 === 0;
  return {
    id: `Order/${number}`,
    createdAt: at,
    processedAt: at,
    // A list without edges, a name with a line end: what could break lines.
    shippingAddress: { name: `Noor\n“${number}”`, countryCodeV2: 'NL' },
    lineItems: [{ id: `LineItem/${number}`, title: 'Spade', sku: 'SPADE', quantity: 1 }],
    transactions: [
      { id: `OrderTransaction/${number}1`, kind: 'SALE', gateway: 'shopify_payments', amountSet: '12.10' },
      ...(refunded
        ? [
            {
              id: `OrderTransaction/${number}2`,
              kind: 'REFUND',
              gateway: 'shopify_payments',
              amountSet: '12.10',
            },
          ]
        : []),
    ],
    refunds: refunded
      ? [{ id: `Refund/${number}`, transactions: [{ id: `OrderTransaction/${number}2` }] }]
      : [],
    paymentTerms:
      number % 7 === 0
        ? { paymentTermsName: 'Net 30', paymentSchedules: [{ dueAt: '2026-12-01T00:00:00Z' }] }
        : null,
    localizedFields:
      number % 9 === 0
        ? [
            {
              key: 'TAX_CREDENTIAL_IT',
              value: '00743110157',
              purpose: 'TAX',
              title: 'P. IVA',
              countryCode: 'IT',
            },
          ]
        : [],
    agreements: [
      {
        id: `SalesAgreement/${number}1`,
        reason: 'ORDER',
        happenedAt: at,
        sales: [
          {
            id: `Sale/${number}1`,
            lineType: 'PRODUCT',
            quantity: 1,
            lineItem: `LineItem/${number}`,
            totalAmount: '12.10',
            taxes: tax('2.10'),
          },
        ],
      },
      ...(refunded
        ? [
            {
              id: `SalesAgreement/${number}2`,
              reason: 'REFUND',
              refund: `Refund/${number}`,
              happenedAt: at,
              sales: [
                {
                  id: `Sale/${number}2`,
                  lineType: 'PRODUCT',
                  actionType: 'RETURN',
                  quantity: -1,
                  lineItem: `LineItem/${number}`,
                  totalAmount: '-12.10',
                  taxes: tax('-2.10'),
                },
              ],
            },
          ]
        : []),
    ],
  };
}
