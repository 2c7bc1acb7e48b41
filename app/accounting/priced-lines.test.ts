import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eur, keyOf } from '../../test/support/builders';
import type { DocumentLine } from './document';
import { saleId } from './ids';
import { absolute, add, money, sum, toDecimal, type Money } from './money';
import { priceStep } from './price-step';
import { pricedLines } from './priced-lines';

function line(quantity: bigint, untaxed: Money, tax: Money): DocumentLine {
  return {
    sale: saleId('1'),
    role: 'product',
    label: 'Gieter',
    quantity,
    untaxed,
    total: add(untaxed, tax),
    taxes: [{ key: keyOf('21'), amount: tax }],
  };
}

const parts = (priced: ReturnType<typeof pricedLines>) =>
  priced.map(({ part, quantity, unitPrice, untaxed }) => [
    part,
    `${String(quantity)} × ${toDecimal(unitPrice)}`,
    toDecimal(untaxed),
  ]);

describe('a line whose total divides by its quantity', () => {
  it('is one part', () => {
    expect(parts(pricedLines(line(2n, eur('16.51'), eur('3.47')), true))).toEqual([
      ['', '2 × 9.99', '16.51'],
    ]);
  });

  it('of nothing costs nothing', () => {
    expect(parts(pricedLines(line(3n, eur('0'), eur('0')), true))).toEqual([['', '3 × 0.00', '0.00']]);
  });

  it('that takes back has a negative price and a positive quantity', () => {
    expect(parts(pricedLines(line(2n, eur('-16.51'), eur('-3.47')), true))).toEqual([
      ['', '2 × -9.99', '-16.51'],
    ]);
  });
});

describe('a line whose total does not divide', () => {
  it('splits: three pieces for 29.98 are 2 × 9.99 and 1 × 10.00', () => {
    expect(parts(pricedLines(line(3n, eur('24.78'), eur('5.20')), true))).toEqual([
      ['', '2 × 9.99', '16.51'],
      ['b', '1 × 10.00', '8.27'],
    ]);
  });

  it('splits by its untaxed amount where prices are without tax', () => {
    expect(parts(pricedLines(line(3n, eur('24.78'), eur('5.20')), false))).toEqual([
      ['', '3 × 8.26', '24.78'],
    ]);
    expect(parts(pricedLines(line(3n, eur('24.79'), eur('5.21')), false))).toEqual([
      ['', '2 × 8.26', '16.52'],
      ['b', '1 × 8.27', '8.27'],
    ]);
  });

  it('splits the same below zero', () => {
    expect(parts(pricedLines(line(3n, eur('-24.78'), eur('-5.20')), true))).toEqual([
      ['', '2 × -9.99', '-16.51'],
      ['b', '1 × -10.00', '-8.27'],
    ]);
  });

  it('splits a price of less than a cent a piece', () => {
    expect(parts(pricedLines(line(3n, eur('0.02'), eur('0')), true))).toEqual([
      ['', '1 × 0.00', '0.00'],
      ['b', '2 × 0.01', '0.02'],
    ]);
  });
});

describe('a currency of more digits than a price has in Odoo', () => {
  it('is priced in hundredths, and no thousandth of its amount is lost', () => {
    expect(parts(pricedLines(line(3n, money(29_981n, 'KWD'), money(0n, 'KWD')), false))).toEqual([
      ['', '1 × 9.990', '9.987'],
      ['b', '2 × 10.000', '19.994'],
    ]);
    expect(parts(pricedLines(line(3n, money(4n, 'KWD'), money(1n, 'KWD')), false))).toEqual([
      ['', '2 × 0.000', '0.000'],
      ['b', '1 × 0.010', '0.004'],
    ]);
  });
});

describe('whatever Shopify says a line costs', () => {
  const lines = fc
    .record({
      quantity: fc.bigInt({ min: 1n, max: 10_000n }),
      untaxed: fc.bigInt({ min: 0n, max: 10n ** 9n }),
      tax: fc.bigInt({ min: 0n, max: 10n ** 8n }),
      sign: fc.constantFrom(1n, -1n),
      code: fc.constantFrom('EUR', 'JPY', 'KWD'),
    })
    .map(({ quantity, untaxed, tax, sign, code }) =>
      line(quantity, money(untaxed * sign, code), money(tax * sign, code)),
    );

  it('Σ quantity × unit price is its total but for less than a step of prices, in at most two parts', () => {
    fc.assert(
      fc.property(lines, fc.boolean(), (one, included) => {
        const priced = pricedLines(one, included);
        const total = priced.reduce((rest, { quantity, unitPrice }) => rest + quantity * unitPrice.minor, 0n);
        const whole = included ? one.total : one.untaxed;
        const more = absolute({ ...whole, minor: total }).minor - absolute(whole).minor;
        expect(more >= 0n && more < priceStep(whole.currency)).toBe(true);
        expect(priced.every(({ unitPrice }) => unitPrice.minor % priceStep(whole.currency) === 0n)).toBe(
          true,
        );
        expect(priced.reduce((rest, { quantity }) => rest + quantity, 0n)).toBe(one.quantity);
        expect(priced.every(({ quantity }) => quantity > 0n)).toBe(true);
        expect(priced.length).toBeLessThanOrEqual(2);
      }),
    );
  });

  it('the untaxed shares of its parts sum to its untaxed amount', () => {
    fc.assert(
      fc.property(lines, fc.boolean(), (one, included) => {
        const shares = pricedLines(one, included).map(({ untaxed }) => untaxed);
        expect(sum(one.untaxed.currency, shares)).toEqual(one.untaxed);
      }),
    );
  });
});
