import fc from 'fast-check';
import { expect, it } from 'vitest';
import { amounts, aPayout, payoutOf, transaction } from '../../test/support/builders';
import { money, sum, toDecimal } from './money';
import { waterfall } from './waterfall';

const inShort = (bars: ReturnType<typeof waterfall>) =>
  bars.map(({ step, amount, from, to, count }) => [step, ...amounts([amount, from, to]), count]);

it('falls from sales over refunds, disputes, reserves, adjustments and the rest to the payout', () => {
  const transactions = [
    transaction('RESERVED_FUNDS', '-10.00'),
    transaction('REFUND', '-20.00'),
    transaction('CHARGE', '100.00', { fee: '2.00' }),
    transaction('SHIPPING_LABEL', '-6.95'),
    transaction('DISPUTE_WITHDRAWAL', '-30.00', { fee: '15.00' }),
    transaction('CHARGE', '50.00', { fee: '1.00' }),
    transaction('ADJUSTMENT', '3.00'),
    transaction('STRIPE_FEE', '-0.05'),
    transaction('HOLOGRAM', '1.00'),
  ];
  expect(inShort(waterfall(aPayout('69.00'), transactions))).toEqual([
    ['sales', '150.00', '0.00', '150.00', 2],
    ['refunds', '-20.00', '150.00', '130.00', 1],
    ['disputes', '-30.00', '130.00', '100.00', 1],
    ['reserves', '-10.00', '100.00', '90.00', 1],
    ['adjustments', '3.00', '90.00', '93.00', 1],
    ['other', '-5.95', '93.00', '87.05', 2],
    ['fees', '-18.05', '87.05', '69.00', 4],
    ['payout', '69.00', '0.00', '69.00', 1],
  ]);
});

it('of a payout that holds nothing is one bar of 0', () => {
  expect(inShort(waterfall(aPayout('0'), []))).toEqual([['payout', '0.00', '0.00', '0.00', 1]]);
});

it('leaves a transaction of another currency out; its finding names it', () => {
  const bars = waterfall(aPayout('10.00'), [
    transaction('CHARGE', '10.00'),
    transaction('CHARGE', '5.00', { currency: 'USD' }),
  ]);
  expect(inShort(bars)[0]).toEqual(['sales', '10.00', '0.00', '10.00', 1]);
});

it('the bars sum to Σ net, each begins where the last one ended', () => {
  const cents = fc
    .bigInt({ min: -1_000_000n, max: 1_000_000n })
    .map((minor) => toDecimal(money(minor, 'EUR')));
  const types = fc.constantFrom(
    'CHARGE',
    'REFUND',
    'DISPUTE_WITHDRAWAL',
    'ADJUSTMENT',
    'STRIPE_FEE',
    'HOLOGRAM',
    'RESERVED_FUNDS',
  );
  const rows = fc.array(fc.tuple(types, cents, cents), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(rows, (list) => {
      const transactions = list.map(([type, amount, fee]) => transaction(type, amount, { fee }));
      const payout = payoutOf(transactions);
      const bars = waterfall(payout, transactions);
      const steps = bars.slice(0, -1);
      expect(
        sum(
          payout.net.currency,
          steps.map(({ amount }) => amount),
        ),
      ).toEqual(payout.net);
      expect(bars.at(-1)).toMatchObject({ step: 'payout', amount: payout.net });
      for (const [index, bar] of steps.entries())
        expect(bar.from.minor).toBe(index === 0 ? 0n : steps[index - 1]?.to.minor);
    }),
  );
});
