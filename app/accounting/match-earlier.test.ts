import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accounts,
  amounts,
  anOrder,
  chargeOf,
  eur,
  figures,
  findingIn,
  pictureOf,
  product,
  someBooks,
} from '../../test/support/builders';
import { knownOrder } from '../../test/support/picture-builder';
import { anyOrder } from '../../test/support/random-order';
import { calendarDate } from './calendar-date';
import { checkPayout } from './checks';
import { balanceTransactionId } from './ids';
import { matchTransaction } from './match-transaction';
import { add, isZero, negate, zero } from './money';

const since = calendarDate('2026-07-01');
const books = someBooks({ chargeWithoutDocument: accounts.withoutDocument });

/** Placed on the last evening before the start date, edited a minute later, after it. */
const placedBefore = () =>
  anOrder('#1001', { at: '2026-06-30T23:59:00Z' })
    .with(product('Gieter', 1, '20.00'))
    .edited(product('Hark', 1, '5.00'));

const invoice = (open: string) => ({
  item: { key: 'odoo_7', itemId: 7, account: accounts.receivable, name: 'INV/2026/00012' },
  open: eur(open),
});

describe('a charge for what was sold before the start date and after', () => {
  const order = placedBefore().captured('25.00').build();
  const charge = chargeOf(order);

  it('settles our document with its part; the rest goes where no document stands', () => {
    const picture = pictureOf({ transactions: [charge], orders: [order], since, books });
    const result = matchTransaction(charge, picture.match);
    expect(result).toMatchObject({
      counterparts: [
        { kind: 'account', account: { name: 'Charges without a document' } },
        { kind: 'open-item', item: { name: '#1001-E1' } },
      ],
    });
    const parts = 'finding' in result ? [] : result.counterparts;
    expect(amounts(parts.map(({ gross }) => gross))).toEqual(['20.00', '5.00']);
  });

  it('waits for that account with the part that has none', () => {
    const { match } = pictureOf({ transactions: [charge], orders: [order], since });
    const finding = findingIn(matchTransaction(charge, match));
    expect(figures(finding)).toEqual(['invoice-not-found', undefined, '20.00', undefined]);
  });
});

describe('charges for what was sold before the start date alone', () => {
  const order = placedBefore().captured('12.00').captured('8.00').build();
  const charges = [chargeOf(order), chargeOf(order, { nth: 1 })];

  it('settle the invoice that stands in Odoo by the order’s name', () => {
    const picture = pictureOf({
      transactions: charges,
      orders: [order],
      since,
      found: { '#1001': [invoice('20.00')] },
    });
    for (const charge of charges) {
      expect(matchTransaction(charge, picture.match)).toMatchObject({
        counterparts: [{ kind: 'open-item', item: { name: 'INV/2026/00012' }, gross: charge.amount }],
      });
    }
    expect(checkPayout(picture)).toEqual([]);
  });

  it('are a finding together where it is open for one of them only', () => {
    const found = { '#1001': [invoice('15.00')] };
    const picture = pictureOf({ transactions: charges, orders: [order], since, found });
    expect(checkPayout(picture).map(figures)).toEqual([['open-item-short', '15.00', '20.00', '5.00']]);
  });
});

it('the parts of any charge or refund sum to it, whatever the start date', () => {
  fc.assert(
    fc.property(
      anyOrder,
      fc.integer({ min: 1, max: 12 }),
      fc.bigInt({ min: 50n, max: 150n }),
      (order, day, rate) => {
        const start = calendarDate(`2026-10-${String(day).padStart(2, '0')}`);
        const presentment = { ...order, presentmentCurrency: order.currency };
        const known = knownOrder(presentment, undefined, start);
        for (const [id, pairing] of known.pairings) {
          if (isZero(pairing.amount) || !isZero(pairing.unmatched)) continue;
          const refund = order.transactions.some((one) => one.id === id && one.kind === 'refund');
          // In the payout's own currency, which may be another than the order's.
          const converted =
            rate === 100n ? pairing.amount : eur(String((pairing.amount.minor * rate) / 100n));
          const amount = refund ? negate(converted) : converted;
          if (isZero(amount)) continue;
          const result = matchTransaction(
            {
              id: balanceTransactionId('1'),
              type: refund ? 'REFUND' : 'CHARGE',
              occurredAt: '2026-10-20T12:00:00Z',
              amount,
              fee: zero(amount.currency),
              net: amount,
              test: false,
              order: { id: order.id, name: order.name },
              orderTransaction: id,
            },
            {
              books,
              orderOf: () => known,
              foundInvoices: () => [],
              orderIsMissing: () => false,
            },
          );
          if ('finding' in result) {
            // Two figures of Shopify's that differ in one currency.
            expect(order.currency === 'EUR' && rate !== 100n).toBe(true);
            continue;
          }
          const { counterparts } = result;
          expect(counterparts.map(({ gross }) => gross).reduce(add)).toEqual(amount);
          const ours = pairing.shares.filter(({ document }) => !known.earlier.has(document));
          const settled = counterparts.flatMap((one) =>
            one.kind === 'open-item' ? [[one.item.document, one.amount]] : [],
          );
          expect(settled).toEqual(
            ours.map(({ document, amount: share }) => [document, refund ? negate(share) : share]),
          );
        }
      },
    ),
    { numRuns: 500 },
  );
});
