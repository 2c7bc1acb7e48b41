import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accounts,
  amounts,
  anOrder,
  aPayout,
  booksWithout,
  chargeOf,
  pictureOf,
  product,
  someBooks,
  transaction,
  payoutOf,
} from '../../test/support/builders';
import type { BalanceTransaction } from './balance-transaction';
import type { Books } from './books';
import { calendarDate, dateIn } from './calendar-date';
import { matchTransaction } from './match-transaction';
import { money, sum, toDecimal, zero } from './money';
import type { Order } from './order';
import type { Payout } from './payout';
import { settle, type Settlement } from './settlement';
import type { StatementLine } from './statement-line';

const day = calendarDate('2026-06-12');

function settled(
  transactions: readonly BalanceTransaction[],
  more: { orders?: readonly Order[]; books?: Books; payout?: Payout } = {},
): Settlement {
  const { payout, books, match } = pictureOf({ transactions, ...more });
  const matched = transactions.map((one) => {
    const result = matchTransaction(one, match);
    if ('finding' in result) throw new Error(result.finding.kind);
    return {
      transaction: one,
      date: dateIn(one.occurredAt, books.timeZone),
      counterparts: result.counterparts,
    };
  });
  return settle(payout, day, matched, books);
}

/** A line's items: part, account, balance (debit positive). */
const items = (line: StatementLine | undefined) =>
  line?.items.map(({ part, account, balance }) => [part, account.name, toDecimal(balance)]);

const allToOneAccount = (types: readonly string[]) =>
  someBooks({ types: new Map(types.map((type) => [type, accounts.disputes])) });

describe('the line of a charge', () => {
  const order = anOrder()
    .with(product('Gieter', 1, '24.93'))
    .paid('24.93')
    .build();

  it('is its net on the clearing account, its fee, and its gross on the invoice', () => {
    const [line] = settled([chargeOf(order, { id: '4309183', fee: '0.61' })], { orders: [order] }).lines;
    expect(line?.key).toBe('bt_4309183');
    expect(line?.label).toBe('Charge #1001');
    expect(line && toDecimal(line.amount)).toBe('24.32');
    expect(items(line)).toEqual([
      ['liquidity', 'Shopify Payments', '24.32'],
      ['fee', 'Payment fees', '0.61'],
      ['open', 'Debtors', '-24.93'],
    ]);
    expect(line?.items[2]?.settles).toMatchObject({ item: { name: '#1001' }, amount: { minor: -2493n } });
  });

  it('has the VAT of its fee apart', () => {
    const [line] = settled([chargeOf(order, { fee: '0.61', feeVat: '0.11' })], { orders: [order] }).lines;
    expect(items(line)).toEqual([
      ['liquidity', 'Shopify Payments', '24.32'],
      ['fee', 'Payment fees', '0.50'],
      ['fee-vat', 'VAT on costs', '0.11'],
      ['open', 'Debtors', '-24.93'],
    ]);
  });

  it('keeps fee and VAT together while there is no account for the VAT', () => {
    const [line] = settled([chargeOf(order, { fee: '0.61', feeVat: '0.11' })], {
      orders: [order],
      books: booksWithout('feeVatAccount'),
    }).lines;
    expect(items(line)?.[1]).toEqual(['fee', 'Payment fees', '0.61']);
  });

  it('without a fee has no item for it', () => {
    const [line] = settled([chargeOf(order)], { orders: [order] }).lines;
    expect(items(line)?.map(([part]) => part)).toEqual(['liquidity', 'open']);
  });

  it('for an order and its edit has an item for each, told apart by their parts', () => {
    const edited = anOrder()
      .with(product('Gieter', 1, '20.00'))
      .edited(product('Hark', 1, '5.00'))
      .captured('25.00')
      .build();
    const [line] = settled([chargeOf(edited)], { orders: [edited] }).lines;
    expect(items(line)).toEqual([
      ['liquidity', 'Shopify Payments', '25.00'],
      ['open', 'Debtors', '-20.00'],
      ['open-2', 'Debtors', '-5.00'],
    ]);
  });

  it('paid in dollars has its exchange difference', () => {
    const dollars = anOrder('#1001', { presentment: 'USD' })
      .with(product('Gieter', 1, '92.00'))
      .paid('92.00')
      .build();
    const [line] = settled([chargeOf(dollars, { amount: '91.37', fee: '1.37' })], {
      orders: [dollars],
    }).lines;
    expect(items(line)).toEqual([
      ['liquidity', 'Shopify Payments', '90.00'],
      ['fee', 'Payment fees', '1.37'],
      ['open', 'Debtors', '-92.00'],
      ['exchange-2', 'Exchange differences', '0.63'],
    ]);
  });
});

describe('disputes', () => {
  it('lost and won back take and give amount and fee alike', () => {
    const { lines } = settled(
      [
        transaction('DISPUTE_WITHDRAWAL', '-100.00', { fee: '15.00' }),
        transaction('DISPUTE_REVERSAL', '100.00', { fee: '-15.00' }),
      ],
      { payout: aPayout('0') },
    );
    expect(lines.map(items)).toEqual([
      [
        ['liquidity', 'Shopify Payments', '-115.00'],
        ['fee', 'Payment fees', '15.00'],
        ['account', 'Disputes', '100.00'],
      ],
      [
        ['liquidity', 'Shopify Payments', '115.00'],
        ['fee', 'Payment fees', '-15.00'],
        ['account', 'Disputes', '-100.00'],
      ],
    ]);
  });
});

describe('the transfer', () => {
  const withdrawal = transaction('DISPUTE_WITHDRAWAL', '-100.00', { fee: '15.00' });
  const won = transaction('DISPUTE_REVERSAL', '100.00');

  it('empties the clearing account', () => {
    const { transfer } = settled([won], { payout: aPayout('100.00', { id: '77' }) });
    expect(transfer?.key).toBe('po_77');
    expect(transfer?.date).toBe(day);
    expect(items(transfer)).toEqual([
      ['liquidity', 'Shopify Payments', '-100.00'],
      ['transfer', 'Transfers', '100.00'],
    ]);
  });

  it('of a negative payout goes the other way', () => {
    const { transfer } = settled([withdrawal], { payout: aPayout('-115.00') });
    expect(items(transfer)).toEqual([
      ['liquidity', 'Shopify Payments', '115.00'],
      ['transfer', 'Transfers', '-115.00'],
    ]);
  });

  it.each(['failed', 'canceled'] as const)(
    'does not exist for a payout that %s; its lines stay',
    (status) => {
      const { transfer, lines } = settled([won], { payout: aPayout('100.00', { status }) });
      expect(transfer).toBeUndefined();
      expect(lines).toHaveLength(1);
    },
  );

  it('does not exist for a payout of 0', () => {
    expect(
      settled([won, transaction('DISPUTE_WITHDRAWAL', '-100.00')], { payout: aPayout('0') }).transfer,
    ).toBeUndefined();
  });
});

it('a line is dated by its transaction in the shop’s time zone, not by the payout', () => {
  const [line] = settled([transaction('ADJUSTMENT', '1.00', { at: '2026-05-31T22:30:00Z' })]).lines;
  expect(line?.date).toBe('2026-06-01');
});

it('refuses to make a line that does not balance, by name and amount', () => {
  const broken = transaction('ADJUSTMENT', '10.00', { id: '4309999', fee: '1.00', net: '9.01' });
  expect(() => settled([broken])).toThrow(/4309999 do not balance: 1 left/);
});

describe('any payout', () => {
  const types = ['ADJUSTMENT', 'DISPUTE_WITHDRAWAL', 'RESERVED_FUNDS', 'SHIPPING_LABEL', 'HOLOGRAM'];
  const cents = fc.bigInt({ min: -1_000_000n, max: 1_000_000n });
  const rows = fc.array(
    fc.record({
      type: fc.constantFrom(...types),
      amount: cents,
      fee: cents,
      vat: cents,
      code: fc.constant('EUR'),
    }),
    {
      minLength: 1,
      maxLength: 30,
    },
  );
  const currencies = fc.constantFrom('EUR', 'JPY', 'KWD');

  it('every line balances to zero, and the lines sum to what the transfer takes away', () => {
    fc.assert(
      fc.property(rows, currencies, (list, code) => {
        const decimal = (minor: bigint) => toDecimal(money(minor, code));
        const transactions = list.map(({ type, amount, fee, vat }) =>
          transaction(type, decimal(amount), { fee: decimal(fee), feeVat: decimal(vat), currency: code }),
        );
        const payout = payoutOf(transactions);
        const { lines, transfer } = settled(transactions, { books: allToOneAccount(types), payout });
        const none = zero(payout.net.currency);
        for (const line of transfer ? [...lines, transfer] : lines) {
          expect(
            sum(
              none.currency,
              line.items.map(({ balance }) => balance),
            ),
          ).toEqual(none);
          expect(line.items[0]?.balance).toEqual(line.amount);
          expect(new Set(line.items.map(({ part }) => part)).size).toBe(line.items.length);
        }
        const left = sum(
          none.currency,
          [...lines, ...(transfer ? [transfer] : [])].map(({ amount }) => amount),
        );
        expect(amounts([left])).toEqual(amounts([none]));
      }),
    );
  });
});
