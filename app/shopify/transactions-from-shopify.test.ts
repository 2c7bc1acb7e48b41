import { describe, expect, it } from 'vitest';
import { toDecimal } from '../accounting/money';
import { orderFromShopify } from './order-from-shopify';

const euros = (amount: string) => ({ amount, currencyCode: 'EUR' });
const order = {
  id: 'gid://shopify/Order/1001',
  name: '#1001',
  test: false,
  createdAt: '2026-11-01T10:00:00Z',
  currencyCode: 'EUR',
  presentmentCurrencyCode: 'EUR',
  taxesIncluded: true,
  refunds: [],
  agreements: { pageInfo: { hasNextPage: false }, nodes: [] },
};

describe('the fees of a payment', () => {
  const paidWith = (amount: string, tax: string) => {
    const payment = {
      id: 'gid://shopify/OrderTransaction/1',
      kind: 'SALE',
      status: 'SUCCESS',
      amountSet: { shopMoney: euros('19.98'), presentmentMoney: euros('19.98') },
      fees: [{ amount: euros(amount), taxAmount: euros(tax) }],
    };
    const [read] = orderFromShopify({ ...order, transactions: [payment] }).transactions;
    return [read?.fees.map((fee) => [toDecimal(fee.amount), toDecimal(fee.tax)]), read?.feesUnclear];
  };

  it('are read to the cent; an order with parts of one is good without them', () => {
    expect(paidWith('0.64', '0.11')).toEqual([[['0.64', '0.11']], undefined]);
    expect(paidWith('0.6421', '0.1114')).toEqual([[], true]);
    expect(paidWith('0.6421', '0.0')).toEqual([[], undefined]);
  });
});
