import { describe, expect, it } from 'vitest';
import { documentsOfOrder } from '../../app/accounting/documents-of-order';
import { orderFromShopify, type DocumentCurrency } from '../../app/shopify/order-from-shopify';
import { toDecimal, toUnits } from '../fakes/shopify/decimal';
import { toDecimal as amountText, type Money } from '../../app/accounting/money';
import type { Units } from './recorded-story';
import { hasCaptures, recordedOrders, type RecordedOrder } from './recorded-orders';

interface Comparison {
  readonly what: string;
  readonly expected: bigint;
  readonly actual: bigint;
}

/** Signed: what credit notes give back is taken off. */
function unitsIn(money: Money, kind: 'invoice' | 'credit-note'): bigint {
  const units = toUnits(amountText(money));
  return kind === 'credit-note' ? -units : units;
}

/** Documents against each figure that Shopify answered, at the moment of the order's story when it did. */
function comparisons(recorded: RecordedOrder, currency: DocumentCurrency): Comparison[] {
  const order = orderFromShopify(recorded.node, currency);
  const { documents, findings } = documentsOfOrder(order);
  if (findings.length > 0) {
    return findings.map(({ kind }) => ({ what: `finding ${kind}`, expected: 0n, actual: 1n }));
  }
  const kindOf = new Map(
    order.agreements.map((agreement, index) => [agreement.id, recorded.agreements[index]?.kind]),
  );
  const sumUntil = (edits: number, refunds: boolean, pick: 'total' | 'tax') => {
    let seen = 0;
    let sum = 0n;
    for (const document of documents) {
      const kind = kindOf.get(document.agreement);
      if (kind === 'edit' && (seen += 1) > edits) continue;
      if (kind === 'refund' && !refunds) continue;
      sum += unitsIn(document[pick], document.kind);
    }
    return sum;
  };
  const side = (units: Units) => (currency === 'shop' ? units.shop : units.presentment);
  const compared = recorded.moments.flatMap(
    ({ edits, refunded, total, current, tax, received, paid = [] }) => [
      ...(total ? [{ what: 'total', expected: side(total), actual: sumUntil(edits, false, 'total') }] : []),
      ...(current
        ? [{ what: 'current', expected: side(current), actual: sumUntil(edits, refunded, 'total') }]
        : []),
      ...(tax ? [{ what: 'tax', expected: side(tax), actual: sumUntil(edits, false, 'tax') }] : []),
      ...(received
        ? [
            {
              what: 'received',
              expected: side(received),
              actual: paid.reduce((sum, one) => sum + side(one), 0n),
            },
          ]
        : []),
    ],
  );
  return [...compared, ...taxComparisons(recorded, currency, documents)];
}

/** Per tax: what the lines carried against what the documents carry under its name. */
function taxComparisons(
  recorded: RecordedOrder,
  currency: DocumentCurrency,
  documents: ReturnType<typeof documentsOfOrder>['documents'],
): Comparison[] {
  const expected = new Map<string, bigint>();
  for (const { title, amount } of recorded.agreements
    .flatMap(({ sales }) => sales)
    .flatMap(({ taxes }) => taxes)) {
    const units = currency === 'shop' ? amount.shop : amount.presentment;
    expected.set(title, (expected.get(title) ?? 0n) + units);
  }
  const actual = new Map<string, bigint>();
  for (const { kind, lines } of documents) {
    for (const { key, amount } of lines.flatMap(({ taxes }) => taxes)) {
      // Written country|title|rate|…
      const title = key.split('|')[1] ?? '';
      actual.set(title, (actual.get(title) ?? 0n) + unitsIn(amount, kind));
    }
  }
  return [...expected].map(([title, units]) => ({
    what: `tax "${title}"`,
    expected: units,
    actual: actual.get(title) ?? 0n,
  }));
}

const { orders, without } = recordedOrders();
const results = orders.map((recorded) => ({
  recorded,
  wrong: (recorded.inBothCurrencies ? (['shop', 'presentment'] as const) : (['shop'] as const)).flatMap(
    (currency) => comparisons(recorded, currency).filter(({ expected, actual }) => expected !== actual),
  ),
}));
const findings = results
  .filter(({ wrong }) => wrong.length > 0)
  .map(({ recorded, wrong }) => ({
    order: recorded.name,
    differences: [
      ...new Set(
        wrong.map(
          ({ what, expected, actual }) =>
            `${what}: Shopify ${toDecimal(expected)}, documents ${toDecimal(actual)}`,
        ),
      ),
    ],
  }));

describe.skipIf(!hasCaptures)('the orders that Shopify recorded (needs ../shared)', () => {
  it('are exact in the shop’s currency and in the customer’s, or named with their figures', () => {
    const lacking = (what: 'lines' | 'figures') => without.filter((order) => order.what === what).length;
    const counts = {
      recorded: orders.length + without.length,
      exact: orders.length - findings.length,
      findings: findings.length,
      withoutLines: lacking('lines'),
      withoutFigures: lacking('figures'),
    };
    console.info('recorded orders', JSON.stringify(counts), JSON.stringify(findings, null, 1));
    expect(findings).toEqual([]);
    expect(counts).toEqual({ recorded: 73, exact: 36, findings: 0, withoutLines: 3, withoutFigures: 34 });
  });

  it('would be named if a figure were a cent off', () => {
    for (const recorded of orders) {
      const moments = recorded.moments.map((moment) => {
        const { total, current } = moment;
        const cent = (units: Units) => ({ ...units, shop: units.shop + 10_000n });
        return { ...moment, ...(total ? { total: cent(total) } : current ? { current: cent(current) } : {}) };
      });
      const wrong = comparisons({ ...recorded, moments }, 'shop').filter(
        (one) => one.expected !== one.actual,
      );
      expect(wrong.length, recorded.name).toBe(recorded.moments.length);
    }
  });

  it('hold edits, refunds, shipping, discounts, taxes and two currencies', () => {
    const sales = orders.flatMap(({ agreements }) => agreements.flatMap((agreement) => agreement.sales));
    const kinds = orders.flatMap(({ agreements }) => agreements.map(({ kind }) => kind));
    expect(kinds.filter((kind) => kind === 'edit').length).toBeGreaterThan(0);
    expect(kinds.filter((kind) => kind === 'refund').length).toBeGreaterThan(0);
    expect(sales.some(({ lineType }) => lineType === 'SHIPPING')).toBe(true);
    expect(sales.some(({ lineType }) => lineType === 'ADJUSTMENT')).toBe(true);
    expect(sales.some(({ line }) => line?.discount)).toBe(true);
    expect(sales.some(({ taxes }) => taxes.length > 0)).toBe(true);
    expect(sales.some(({ total }) => total.shop !== total.presentment)).toBe(true);
  });
});
