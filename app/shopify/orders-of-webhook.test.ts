import { expect, it } from 'vitest';
import { orderOfWebhook } from './orders-of-webhook';

it.each([
  ['orders/create', { id: 5_678_901_234_567, name: '#1001' }, '5678901234567', '#1001'],
  [
    'orders/create',
    { id: 8.20982911946154508e17, admin_graphql_api_id: 'gid://shopify/Order/820982911946154508' },
    '820982911946154508',
    undefined,
  ],
  ['orders/updated', { id: '5001', name: '#1001' }, '5001', '#1001'],
  ['orders/edited', { order_edit: { id: 7, order_id: 5001 } }, '5001', undefined],
  ['refunds/create', { id: 9, order_id: 5001 }, '5001', undefined],
  ['order_transactions/create', { id: 9, order_id: 5001 }, '5001', undefined],
  ['returns/close', { id: 9, order: { id: 5001 } }, '5001', undefined],
  ['returns/open', { id: 9, order: { admin_graphql_api_id: 'gid://shopify/Order/5001' } }, '5001', undefined],
])('%s names its order', (topic, payload, orderId, name) => {
  expect(orderOfWebhook(topic, payload)).toEqual(name ? { orderId, name } : { orderId });
});

it.each([null, 'nonsense', {}, { id: -1 }, { order_id: null }, { order_edit: {} }])(
  'a payload that names no order tells of none: %j',
  (payload) => {
    expect(orderOfWebhook('refunds/create', payload)).toBeUndefined();
  },
);
