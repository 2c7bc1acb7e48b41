import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anOrder, back, product } from '../../test/support/builders';
import { documentsOfOrder } from './documents-of-order';
import { money, toDecimal } from './money';
import type { Order } from './order';
import { pairPayments } from './pair-payments';

/** Per transaction, oldest first: which reference gets how much, and what is left over. */
function told(order: Order): Record<string, Record<string, string>> {
  const { documents } = documentsOfOrder(order);
  const references = new Map(documents.map(({ key, reference }) => [key, reference]));
  return Object.fromEntries(
    [...pairPayments(order, documents)].map(([id, { shares, unmatched }]) => [
      id,
      {
        ...Object.fromEntries(
          shares.map(({ document, amount }) => [references.get(document), toDecimal(amount)]),
        ),
        ...(unmatched.minor === 0n ? {} : { unmatched: toDecimal(unmatched) }),
      },
    ]),
  );
}

const gieter = (quantity: number, total: string) => product('Gieter', quantity, total);

describe('a payment', () => {
  it('of the whole order settles its invoice', () => {
    expect(told(anOrder().with(gieter(1, '24.93')).paid('24.93').build())).toEqual({
      '100171': { '#1001': '24.93' },
    });
  });

  it('in two captures settles it in two parts; the authorization settles nothing', () => {
    const order = anOrder()
      .with(gieter(1, '24.93'))
      .authorized('24.93')
      .captured('20.00')
      .captured('4.93')
      .build();
    expect(told(order)).toEqual({ '100172': { '#1001': '20.00' }, '100173': { '#1001': '4.93' } });
  });

  it('for an edit goes to the invoice of that edit, once the first is paid', () => {
    const order = anOrder()
      .with(gieter(1, '20.00'))
      .paid('20.00')
      .edited(gieter(1, '5.00'))
      .paid('5.00')
      .build();
    expect(told(order)).toEqual({ '100171': { '#1001': '20.00' }, '100172': { '#1001-E1': '5.00' } });
  });

  it('for the order and its edit together is shared between both, the oldest first', () => {
    const order = anOrder().with(gieter(1, '20.00')).edited(gieter(1, '5.00')).captured('25.00').build();
    expect(told(order)).toEqual({ '100171': { '#1001': '20.00', '#1001-E1': '5.00' } });
  });

  it('of too much leaves the rest unmatched', () => {
    const order = anOrder().with(gieter(1, '20.00')).paid('25.00').build();
    expect(told(order)).toEqual({ '100171': { '#1001': '20.00', unmatched: '5.00' } });
  });

  it('twice for one order leaves the second unmatched', () => {
    const order = anOrder().with(gieter(1, '20.00')).paid('20.00').paid('20.00').build();
    expect(told(order)).toEqual({ '100171': { '#1001': '20.00' }, '100172': { unmatched: '20.00' } });
  });

  it('that was declined settles nothing', () => {
    const order = anOrder().with(gieter(1, '20.00')).declined('20.00').paid('20.00').build();
    expect(told(order)).toEqual({ '100172': { '#1001': '20.00' } });
  });
});

describe('money given back', () => {
  it('settles the credit note of its own refund, also when an older one is open', () => {
    const order = anOrder()
      .with(gieter(3, '30.00'))
      .paid('30.00')
      .refunded([back(gieter(1, '10.00'))])
      .refunded([back(gieter(1, '10.00'))], '10.00')
      .build();
    expect(told(order)).toEqual({ '100171': { '#1001': '30.00' }, '100172': { '#1001-R2': '10.00' } });
  });

  it('leaves the credit note of another refund to that refund', () => {
    const order = anOrder()
      .with(gieter(3, '30.00'))
      .paid('30.00')
      .refunded([back(gieter(1, '10.00'))], '12.00')
      .refunded([back(gieter(1, '10.00'))], '10.00')
      .build();
    expect(told(order)).toEqual({
      '100171': { '#1001': '30.00' },
      '100172': { '#1001-R1': '10.00', unmatched: '2.00' },
      '100173': { '#1001-R2': '10.00' },
    });
  });

  it('after an edit that took away settles the credit note of that edit', () => {
    const order = anOrder()
      .with(gieter(2, '20.00'))
      .paid('20.00')
      .edited(back(gieter(1, '10.00')))
      .moneyBack('10.00')
      .build();
    expect(told(order)).toEqual({ '100171': { '#1001': '20.00' }, '100172': { '#1001-R1': '10.00' } });
  });
});

describe('whatever an order went through', () => {
  const minor = fc.bigInt({ min: 1n, max: 5_000n }).map((amount) => toDecimal(money(amount, 'EUR')));
  const steps = fc.array(
    fc.tuple(
      fc.constantFrom(
        'edit',
        'take back',
        'refund',
        'refund without money',
        'pay',
        'capture',
        'decline',
        'money back',
      ),
      minor,
      minor,
    ),
    { maxLength: 12 },
  );
  const orders = fc.tuple(minor, steps).map(([first, story]) => {
    const order = anOrder().with(gieter(1, first));
    for (const [what, amount, other] of story) {
      if (what === 'edit') order.edited(gieter(1, amount));
      if (what === 'take back') order.edited(back(gieter(1, amount)));
      if (what === 'refund') order.refunded([back(gieter(1, amount))], other);
      if (what === 'refund without money') order.refunded([back(gieter(1, amount))]);
      if (what === 'pay') order.paid(amount);
      if (what === 'capture') order.captured(amount);
      if (what === 'decline') order.declined(amount);
      if (what === 'money back') order.moneyBack(amount);
    }
    return order.build();
  });

  it('no document gets more than its total, and every transaction is shared out to the cent', () => {
    fc.assert(
      fc.property(orders, (order) => {
        const { documents } = documentsOfOrder(order);
        const pairings = pairPayments(order, documents);
        const settled = new Map<string, bigint>();
        for (const { shares, unmatched, amount } of pairings.values()) {
          let shared = unmatched.minor;
          for (const share of shares) {
            expect(share.amount.minor > 0n).toBe(true);
            shared += share.amount.minor;
            settled.set(share.document, (settled.get(share.document) ?? 0n) + share.amount.minor);
          }
          expect(shared).toBe(amount.minor);
          expect(unmatched.minor >= 0n).toBe(true);
        }
        for (const { key, total } of documents) expect((settled.get(key) ?? 0n) <= total.minor).toBe(true);
        const moved = order.transactions.filter(({ succeeded }) => succeeded).map(({ id }) => id);
        expect(new Set(pairings.keys())).toEqual(new Set(moved));
      }),
    );
  });

  it('the answer is the same in whatever order Shopify lists things, even in one and the same second', () => {
    const sameSecond = (order: Order): Order => ({
      ...order,
      agreements: order.agreements.map((agreement) => ({ ...agreement, happenedAt: '2026-06-01T10:00:00Z' })),
      transactions: order.transactions.map((entry) => ({ ...entry, processedAt: '2026-06-01T10:00:00Z' })),
    });
    const shuffles = orders.chain((order) =>
      fc.tuple(
        fc.constantFrom(order, sameSecond(order)),
        fc.shuffledSubarray(
          order.transactions.map((_, index) => index),
          { minLength: order.transactions.length },
        ),
        fc.boolean(),
      ),
    );
    fc.assert(
      fc.property(shuffles, ([order, indexes, reversed]) => {
        const { documents } = documentsOfOrder(order);
        const listed = {
          ...order,
          transactions: indexes.flatMap((index) => order.transactions[index] ?? []),
        };
        const again = pairPayments(listed, reversed ? [...documents].reverse() : documents);
        const sorted = (pairings: typeof again) =>
          [...pairings].sort(([left], [right]) => left.localeCompare(right));
        expect(sorted(again)).toEqual(sorted(pairPayments(order, documents)));
      }),
    );
  });
});
