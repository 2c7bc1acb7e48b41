import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  accounts,
  anOrder,
  aPayout,
  chargeOf,
  eur,
  figures,
  giftCard,
  keyOf,
  pictureOf,
  product,
  refundOf,
  back,
  someBooks,
  strangeLine,
  transaction,
  vat,
} from '../../../test/support/builders';
import { withFeeVat } from '../fee-vat';
import { orderExamples } from '../../../test/support/order-examples';
import { findingExamples } from '../../../test/support/finding-examples';
import { calendarDate } from '../calendar-date';
import { documentsOfOrder } from '../documents-of-order';
import { checkOrder } from '../check-order';
import { findingKinds, type Finding, type FindingKind } from '../finding';
import type { PayoutPicture } from '../payout-picture';
import { checkPayout, payoutChecks } from './index';

const adjustment = (traits = {}) => transaction('ADJUSTMENT', '10.00', { id: '1', ...traits });
const may = calendarDate('2026-05-31');

describe('a finding is raised by', () => {
  it.each(findingExamples)('%s, and by nothing else', (_, picture, found) => {
    expect(checkPayout(picture).map(figures)).toEqual(found);
  });

  it('every check, in every example, blocks; its object has a name', () => {
    for (const finding of findingExamples.flatMap(([, picture]) => checkPayout(picture))) {
      expect(finding.severity).toBe('blocks');
      expect(finding.object.name).not.toBe('');
    }
  });
});

describe('a payout that adds up', () => {
  it('with a charge, its refund and a dispute has no finding', () => {
    const refunded = anOrder()
      .with(product('Gieter', 2, '24.20', vat('21')))
      .paid('24.20')
      .refunded([back(product('Gieter', 1, '12.10', vat('21')))], '12.10')
      .build();
    const picture = pictureOf({
      transactions: [
        chargeOf(refunded, { fee: '0.60', feeVat: '0.10' }),
        refundOf(refunded, { nth: 1 }),
        transaction('DISPUTE_WITHDRAWAL', '-100.00', { fee: '15.00' }),
      ],
      orders: [refunded],
    });
    expect(checkPayout(picture)).toEqual([]);
  });

  it('that was paid, failed or was canceled is final', () => {
    for (const status of ['paid', 'failed', 'canceled'] as const) {
      expect(
        checkPayout(pictureOf({ payout: aPayout('10.00', { status }), transactions: [adjustment()] })),
      ).toEqual([]);
    }
  });

  const invoice = {
    item: { key: 'odoo_7', account: accounts.receivable, name: 'INV/1' },
    open: eur('20.00'),
  };

  it('two charges that together are exactly what is open on their invoice are fine', () => {
    const half = () => transaction('CHARGE', '10.00', { order: '#0999' });
    expect(checkPayout(pictureOf({ transactions: [half(), half()], found: { '#0999': [invoice] } }))).toEqual(
      [],
    );
  });
});

describe('what a finding tells', () => {
  const only = (picture: PayoutPicture): Finding => {
    const [finding] = checkPayout(picture);
    if (!finding) throw new Error('expected a finding');
    return finding;
  };

  it('one unmapped tax is one finding, with how many documents wait for it', () => {
    const orders = ['#1001', '#1002'].map((name) =>
      anOrder(name)
        .with(product('Gieter', 1, '12.10', vat('21')), product('Hark', 1, '12.10', vat('21')))
        .paid('24.20')
        .build(),
    );
    const picture = pictureOf({
      transactions: orders.map((one) => chargeOf(one)),
      orders,
      books: someBooks({ taxes: new Map() }),
    });
    expect(checkPayout(picture)).toHaveLength(1);
    expect(only(picture).facts).toEqual({
      country: 'NL',
      title: 'VAT',
      rate: '21',
      example: '#1001',
      count: '2',
    });
    expect(only(picture).remedy).toEqual({ page: 'mappings', section: 'taxes', key: keyOf('21') });
  });

  it('a gift card never falls back on the sales account', () => {
    const sold = anOrder().with(giftCard('50.00')).paid('50.00').build();
    const picture = pictureOf({
      transactions: [chargeOf(sold)],
      orders: [sold],
      books: someBooks({ roles: new Map() }),
    });
    expect(only(picture)).toMatchObject({ kind: 'role-unmapped', facts: { role: 'gift-card' } });
  });

  it('a closed period is a notice once the merchant has said where it may go', () => {
    const books = someBooks({ lockDates: { everything: may }, postOnFirstOpenDay: true });
    const finding = only(pictureOf({ transactions: [adjustment({ at: '2026-05-20T12:00:00Z' })], books }));
    expect(finding).toMatchObject({
      kind: 'period-locked',
      severity: 'notice',
      facts: { date: '2026-05-20', lock: '2026-05-31', openDay: '2026-06-01' },
    });
  });

  it('a payout whose own day is closed is named as the payout', () => {
    const books = someBooks({ lockDates: { everything: calendarDate('2026-06-12') } });
    const picture = pictureOf({ transactions: [adjustment({ at: '2026-06-20T12:00:00Z' })], books });
    expect(only(picture).object.type).toBe('payout');
  });

  it('amount, fee and net in different currencies are named, not subtracted', () => {
    const [one] = [adjustment()];
    const mixed = { ...one, fee: transaction('ADJUSTMENT', '1.00', { currency: 'USD' }).amount };
    expect(only(pictureOf({ payout: aPayout('10.00'), transactions: [mixed] })).kind).toBe(
      'currency-differs',
    );
  });
});

it('every check has a name of its own', () => {
  expect(new Set(payoutChecks.map(({ name }) => name)).size).toBe(payoutChecks.length);
});

it('every kind of finding that this folder can raise is raised by an example', () => {
  const strange = anOrder().with(strangeLine('HOLOGRAM', '3.00')).build();
  const taxTooHigh = anOrder()
    .with(product('Gieter', 1, '1.00', vat('21', '1.50')))
    .build();
  const raised = new Set<FindingKind>([
    ...findingExamples.flatMap(([, picture]) => checkPayout(picture)).map(({ kind }) => kind),
    ...[strange, taxTooHigh].flatMap((one) => documentsOfOrder(one).findings).map(({ kind }) => kind),
    ...orderExamples
      .flatMap(([, one]) => checkOrder(one, documentsOfOrder(one), true))
      .map(({ kind }) => kind),
    ...unclearFee(),
  ]);
  expect([...kindsInSource()].filter((kind) => !raised.has(kind))).toEqual([]);
});

/** A charge of which Shopify kept a cent more than fee and VAT come to. */
function unclearFee(): FindingKind[] {
  const order = anOrder()
    .with(product('Gieter', 1, '12.10', vat('21')))
    .paid('12.10')
    .build();
  const [payment] = order.transactions;
  if (!payment) throw new Error('a payment expected');
  const fees = [{ amount: eur('0.40'), tax: eur('0.08') }];
  const { finding } = withFeeVat(transaction('CHARGE', '12.10', { fee: '0.49' }), { ...payment, fees });
  return finding ? [finding.kind] : [];
}

/** The kinds that the sources of app/accounting name, apart from the list of all kinds itself. */
function kindsInSource(): Set<FindingKind> {
  const folder = join(import.meta.dirname, '..');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.endsWith('finding.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  return new Set(findingKinds.filter((kind) => sources.some((source) => source.includes(`'${kind}'`))));
}
