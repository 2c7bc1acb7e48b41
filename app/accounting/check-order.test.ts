import { describe, expect, it } from 'vitest';
import { anOrder, eur, figures, product } from '../../test/support/builders';
import { orderExamples } from '../../test/support/order-examples';
import { checkOrder } from './check-order';
import { documentsOfOrder } from './documents-of-order';

describe('An order’s own figures', () => {
  it.each(orderExamples)('show %s, and nothing else', (_, order, found) => {
    expect(checkOrder(order, documentsOfOrder(order), true).map(figures)).toEqual([found]);
  });

  it('say nothing of a cancelled order of which nothing stands', () => {
    const order = {
      ...anOrder()
        .with(product('Gieter', 1, '12.10'))
        .build(),
      cancelledAt: '2026-06-02T10:00:00Z',
    };
    expect(checkOrder(order, documentsOfOrder(order), false)).toEqual([]);
  });

  it('say nothing of an order in dollars that is authorised, paid in part, or paid at its own rate', () => {
    const [, paid] = orderExamples.find(([title]) => title.includes('another rate')) ?? [];
    if (!paid) throw new Error('an order paid at another rate expected');
    const exact = paid.transactions.map((payment) => ({ ...payment, amount: eur('12.10') }));
    const others = [
      { ...paid, financialStatus: 'authorized', transactions: [] } as const,
      { ...paid, financialStatus: 'partially-paid' } as const,
      { ...paid, transactions: exact },
    ];
    for (const order of others) expect(checkOrder(order, documentsOfOrder(order), true)).toEqual([]);
    expect(checkOrder(paid, documentsOfOrder(paid), false)).toEqual([]);
  });

  it('say nothing of a refund that went through at the second try', () => {
    const order = orderExamples.map(([, one]) => one).find(({ transactions }) => transactions.length > 1);
    const failed = order?.transactions.at(-1);
    if (!order || !failed) throw new Error('an order with a failed refund expected');
    const second = { ...failed, succeeded: true, status: 'success' };
    const again = { ...order, transactions: [...order.transactions, second] };
    expect(checkOrder(again, documentsOfOrder(again), true)).toEqual([]);
  });
});
