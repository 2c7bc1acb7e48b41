import { describe, expect, it } from 'vitest';
import type { Books } from '../../accounting/books';
import { calendarDate } from '../../accounting/calendar-date';
import { currency } from '../../accounting/currency';
import { money } from '../../accounting/money';
import type { StatementLine } from '../../accounting/statement-line';
import { externalModule } from '../loading/external-names';
import { planMarks } from './plan-marks';
import type { OpenItemInOdoo } from './read-open-items';

const eur = currency('EUR');
const account = { id: 7, code: '110000', name: 'Debtors' };
// Only these two fields of the books decide about marks.
const books = { companyCurrency: eur, clearing: { currency: eur } } as Books;
const context = { module: externalModule('trade-wins'), books, itemIds: new Map([['agreement_1', 41]]) };

function line(key: string, unit = 'EUR'): StatementLine {
  const amount = money(-1000n, unit);
  const item = { key: 'agreement_1', account, name: '#1001' };
  return {
    key,
    kind: 'transaction',
    date: calendarDate('2026-11-03'),
    label: key,
    amount: money(1000n, eur),
    items: [
      { part: 'open', account, balance: money(-1000n, eur), label: '#1001', settles: { item, amount } },
    ],
  };
}

function open(changes: Partial<OpenItemInOdoo> = {}): ReadonlyMap<number, OpenItemInOdoo> {
  const amount = money(2000n, eur);
  const item = { id: 41, account, partnerId: 3, posted: true, amount, residual: amount, reconciled: false };
  return new Map([[41, { ...item, matching: '', ...changes }]]);
}

const mark = new Map([[41, 'Iklopt_trade_wins.agreement_1']]);
const none = new Map();

describe('an open item is paired with its lines by a mark', () => {
  it('when it is whole and all its lines go in one call', () => {
    expect(planMarks(context, [[line('bt_1'), line('bt_2')]], open(), false)).toEqual(mark);
  });
  it('also when a run that died has marked it', () => {
    expect(planMarks(context, [[line('bt_1')]], open({ matching: 'Iold' }), false)).toEqual(mark);
  });
  it('not when its lines go in two calls: the second would find it matched', () => {
    expect(planMarks(context, [[line('bt_1')], [line('bt_2')]], open(), false)).toEqual(none);
  });
  it('not when a part of it is paid', () => {
    const residual = money(500n, eur);
    expect(planMarks(context, [[line('bt_1')]], open({ residual, matching: 'P12' }), false)).toEqual(none);
  });
  it('not when it is in another currency: a mark skips the exchange difference', () => {
    const amount = money(2000n, 'USD');
    expect(planMarks(context, [[line('bt_1', 'USD')]], open({ amount, residual: amount }), false)).toEqual(
      none,
    );
  });
  it('not where VAT falls due on payment: a mark skips that entry', () => {
    expect(planMarks(context, [[line('bt_1')]], open(), true)).toEqual(none);
  });
});
