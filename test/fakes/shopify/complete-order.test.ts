import { expect, it } from 'vitest';
import type { JsonObject } from './shop-state';
import { ShopWorld } from './shop-world';

const sale = (totalAmount: string) => ({ lineType: 'PRODUCT', quantity: 1, totalAmount });
const agreements = [{ reason: 'ORDER', happenedAt: '2026-11-01T10:00:00Z', sales: [sale('25.00')] }];
const edited = [
  ...agreements,
  { reason: 'ORDER_EDIT', happenedAt: '2026-11-02T10:00:00Z', sales: [sale('5.00')] },
];
const paid = (kind: string, amountSet: string, status = 'SUCCESS') => ({
  kind,
  amountSet,
  status,
  gateway: 'manual',
});

function orderWith(fields: JsonObject) {
  const world = new ShopWorld({
    shop: { id: 'Shop/1', myshopifyDomain: 'tulip.myshopify.com', currencyCode: 'EUR' },
    orders: [{ id: 'Order/1', agreements, ...fields }],
  });
  return world.list('orders')[0] ?? {};
}

// Those of authorized, voided, failed and edited orders as they were recorded.
it.each([
  ['nothing paid', {}, 'PENDING', '25.0'],
  ['an authorization', { transactions: [paid('AUTHORIZATION', '25')] }, 'AUTHORIZED', '0.0'],
  [
    'an authorization that failed',
    { transactions: [paid('AUTHORIZATION', '25', 'FAILURE')] },
    'PENDING',
    '25.0',
  ],
  [
    'an authorization that was voided',
    { transactions: [paid('AUTHORIZATION', '25'), paid('VOID', '0')] },
    'VOIDED',
    '25.0',
  ],
  [
    'an authorization that was captured',
    { transactions: [paid('AUTHORIZATION', '25'), paid('CAPTURE', '25')] },
    'PAID',
    '0.0',
  ],
  ['a part paid', { transactions: [paid('SALE', '10')] }, 'PARTIALLY_PAID', '15.0'],
  [
    'an edit that is not paid',
    { agreements: edited, transactions: [paid('SALE', '25')] },
    'PARTIALLY_PAID',
    '5.0',
  ],
  [
    'a part given back',
    { transactions: [paid('SALE', '25'), paid('REFUND', '5')] },
    'PARTIALLY_REFUNDED',
    '5.0',
  ],
  ['all given back', { transactions: [paid('SALE', '25'), paid('REFUND', '25')] }, 'REFUNDED', '25.0'],
  ['a cancellation before it was paid', { cancelledAt: '2026-11-02T10:00:00Z' }, 'VOIDED', '25.0'],
])('an order with %s has its status and what is outstanding', (_what, fields, status, outstanding) => {
  const order = orderWith(fields);
  expect(order['displayFinancialStatus']).toBe(status);
  expect(order['totalOutstandingSet']).toMatchObject({ shopMoney: { amount: outstanding } });
});

it('an edit is in the total, and not in the original total', () => {
  const order = orderWith({ agreements: edited });
  expect(order['originalTotalPriceSet']).toMatchObject({ shopMoney: { amount: '25.0' } });
  expect(order['totalPriceSet']).toMatchObject({ shopMoney: { amount: '30.0' } });
});
