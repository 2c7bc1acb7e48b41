import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../accounting/calendar-date';
import { currency } from '../../accounting/currency';
import { documentKey, orderId, orderTransactionId } from '../../accounting/ids';
import { add, parseMoney, sum, zero } from '../../accounting/money';
import type { OpenItemInOdoo } from '../settlement/read-open-items';
import { checkPayments } from './check-payments';
import { itemBalances, paymentItems } from './payment-items';
import type { PaymentToLoad } from './payment-to-load';

const eur = currency('EUR');
const account = (id: number) => ({ id, code: String(id), name: 'An account' });
const receivable = account(1);
const document = documentKey('agreement_1');

interface Wish {
  readonly id?: string;
  readonly money: string;
  readonly share?: string;
  readonly rounding?: string;
  readonly direction?: 'in' | 'out';
}

/** A payment of one document, on 4 November. */
function aPayment({ id = '1', money, share, rounding = '0.00', direction = 'in' }: Wish): PaymentToLoad {
  const [paid, rounded] = [parseMoney(money, eur), parseMoney(rounding, eur)];
  const shares = share ? [{ document, amount: parseMoney(share, eur) }] : [];
  const open = sum(eur, [
    paid,
    rounded,
    ...shares.map(({ amount }) => parseMoney(`-${share ?? '0'}`, amount.currency)),
  ]);
  return {
    payment: {
      key: `payment_${id}`,
      order: { id: orderId('9'), name: '#1001' },
      transaction: orderTransactionId(id),
      gateway: 'cash',
      gatewayTitle: 'Cash',
      happenedAt: '2026-11-04T10:00:00Z',
      direction,
      money: paid,
      rounding: rounded,
      shares,
      open,
    },
    target: { journal: { id: 5, code: 'BNK1', name: 'Bank' }, account: account(2), asStatementLine: false },
    partnerId: 3,
    date: calendarDate('2026-11-04'),
    items: new Map([
      [document, { key: document, document, itemId: 77, account: receivable, name: 'INV/2026/00001' }],
    ]),
    receivable,
  };
}

const openItem = (residual: string): ReadonlyMap<number, OpenItemInOdoo> =>
  new Map([
    [
      77,
      {
        id: 77,
        account: receivable,
        partnerId: 3,
        posted: true,
        amount: parseMoney('100.00', eur),
        residual: parseMoney(residual, eur),
        reconciled: false,
        matching: '',
      },
    ],
  ]);

const kinds = (payments: readonly PaymentToLoad[], residual = '100.00', lock?: string) =>
  [
    ...checkPayments(payments, openItem(residual), {
      locks: lock ? { everything: calendarDate(lock) } : {},
      company: eur,
    }),
  ].map(([key, findings]) => [key, findings.map(({ kind }) => kind)]);

describe('what stands in the way of a payment', () => {
  it('is nothing where its document is open for it', () => {
    expect(kinds([aPayment({ money: '100.00', share: '100.00' })])).toEqual([]);
    expect(kinds([aPayment({ money: '40.00' })])).toEqual([]);
  });

  it('is a day that is closed; the day after it is open', () => {
    const payment = aPayment({ money: '100.00', share: '100.00' });
    expect(kinds([payment], '100.00', '2026-11-04')).toEqual([['payment_1', ['period-locked']]]);
    expect(kinds([payment], '100.00', '2026-11-03')).toEqual([]);
  });

  it('is a document of which too little is left after the payments before it', () => {
    const payments = [
      aPayment({ id: '1', money: '60.00', share: '60.00' }),
      aPayment({ id: '2', money: '50.00', share: '50.00' }),
      aPayment({ id: '3', money: '40.00', share: '40.00' }),
    ];
    const found = checkPayments(payments, openItem('100.00'), { locks: {}, company: eur });
    expect([...found.keys()]).toEqual(['payment_2']);
    expect(found.get('payment_2')?.[0]).toMatchObject({
      expected: { minor: 5000n },
      actual: { minor: 4000n },
      residual: { minor: -1000n },
    });
  });

  it('is an invoice where money went out, and a credit note where it came in', () => {
    expect(kinds([aPayment({ money: '10.00', share: '10.00', direction: 'out' })])).toEqual([
      ['payment_1', ['open-item-short']],
    ]);
    expect(kinds([aPayment({ money: '10.00', share: '10.00', direction: 'out' })], '-10.00')).toEqual([]);
    expect(kinds([aPayment({ money: '10.00', share: '10.00' })], '-10.00')).toEqual([
      ['payment_1', ['open-item-short']],
    ]);
  });

  it('is a coin that was rounded while no account is chosen for it', () => {
    const payment = aPayment({ money: '10.00', rounding: '-0.02', share: '9.98' });
    expect(kinds([payment])).toEqual([['payment_1', ['mapping-missing']]]);
    expect(kinds([{ ...payment, roundingAccount: account(8) }])).toEqual([]);
  });
});

describe('the items of a payment', () => {
  it.each([
    ['in', ['money 150.00', '1 -100.00', 'rounding 0.02', 'open -50.02']],
    ['out', ['money -150.00', '1 100.00', 'rounding -0.02', 'open 50.02']],
  ] as const)('that went %s are money, document, rounding and what stays open', (direction, expected) => {
    const items = paymentItems(aPayment({ money: '150.00', rounding: '0.02', share: '100.00', direction }));
    const shown = items.map(({ part, amount: { minor } }) => {
      const cents = String(minor < 0n ? -minor : minor).padStart(3, '0');
      return `${part} ${minor < 0n ? '-' : ''}${cents.slice(0, -2)}.${cents.slice(-2)}`;
    });
    expect(shown).toEqual(expected);
    expect(items.reduce((total, { amount }) => add(total, amount), zero(eur))).toEqual(zero(eur));
  });

  it('balance in the company’s currency, the money taking the cent that rounding leaves', () => {
    const jpy = currency('JPY');
    const third = (minor: bigint) => ({ minor, currency: jpy });
    const items = [third(200n), third(-100n), third(-100n)].map((amount, index) => ({
      part: String(index),
      account: account(index),
      label: '',
      amount,
    }));
    // A hundred yen are 0.625 euros, two hundred 1.25.
    const balances = itemBalances(items, eur, ({ minor }) => ({
      minor: minor < 0n ? -63n : 125n,
      currency: eur,
    }));
    expect(balances.map(({ minor }) => minor)).toEqual([126n, -63n, -63n]);
  });
});
