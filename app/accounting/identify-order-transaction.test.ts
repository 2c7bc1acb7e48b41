import { describe, expect, it } from 'vitest';
import { anOrder, chargeOf, product, vat } from '../../test/support/builders';
import { identifyOrderTransaction } from './identify-order-transaction';

describe('an export names the order of a charge, not its payment', () => {
  const order = anOrder()
    .with(product('Gieter', 2, '24.20', vat('21')))
    .paid('12.10')
    .paid('12.10')
    .build();
  const [first, second] = order.transactions;
  if (!first || !second) throw new Error('two payments expected');
  const charge = { ...chargeOf(order), amount: first.amount, occurredAt: second.processedAt };

  it('the payment of that amount nearest in time is it', () => {
    const shifted = {
      ...order,
      transactions: [
        { ...first, processedAt: '2026-01-01T10:00:00Z' },
        { ...second, processedAt: '2026-01-09T10:00:00Z' },
      ],
    };
    const late = { ...charge, occurredAt: '2026-01-09T12:00:00Z' };
    expect(identifyOrderTransaction(late, shifted, new Set())).toBe(second.id);
  });

  it('one payment is taken once', () => {
    const taken = new Set([first.id]);
    expect(identifyOrderTransaction(charge, order, taken)).toBe(second.id);
    expect(identifyOrderTransaction(charge, order, new Set([first.id, second.id]))).toBeUndefined();
  });

  it('another amount is never taken for it', () => {
    const odd = { ...charge, amount: { ...charge.amount, minor: charge.amount.minor + 1n } };
    expect(identifyOrderTransaction(odd, order, new Set())).toBeUndefined();
  });

  it('a refund is no payment', () => {
    const refund = { ...charge, type: 'REFUND', amount: { ...charge.amount, minor: -charge.amount.minor } };
    expect(identifyOrderTransaction(refund, order, new Set())).toBeUndefined();
  });
});
