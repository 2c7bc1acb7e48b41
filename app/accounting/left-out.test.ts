import { describe, expect, it } from 'vitest';
import { anOrder, eur, product, vat } from '../../test/support/builders';
import { calendarDate } from './calendar-date';
import { plainSettings } from './document-settings';
import { documentsOfOrder } from './documents-of-order';
import { leftOut } from './left-out';
import type { FinancialStatus, Order } from './order';

const usual = new Set<FinancialStatus>(['paid', 'partially-paid', 'partially-refunded', 'refunded']);
const gieter = () => product('Gieter', 1, '12.10', vat('21'));
const since = (day: string) => ({ ...plainSettings, since: calendarDate(day) });

function why(order: Order, settings = plainSettings, stands = false): string {
  const out = leftOut(order, documentsOfOrder(order, settings), usual, stands);
  return out ? `${out.for}: ${out.reason}` : 'for the books';
}

describe('An order', () => {
  const paid = { ...anOrder().with(gieter()).paid('12.10').build(), financialStatus: 'paid' as const };
  const unpaid = { ...anOrder().with(gieter()).build(), financialStatus: 'pending' as const };
  const cancelled = { ...unpaid, cancelledAt: '2026-06-02T10:00:00Z' };

  it.each<[string, Order, string]>([
    ['that was paid is for the books', paid, 'for the books'],
    ['made to test is left out', { ...paid, test: true }, 'good: test'],
    ['that nobody has paid yet waits', unpaid, 'now: status'],
    ['whose status is not known waits', { ...paid, financialStatus: 'pending' }, 'now: status'],
    ['whose authorisation lapsed is left out', { ...unpaid, financialStatus: 'expired' }, 'good: status'],
    ['whose authorisation was voided is left out', { ...unpaid, financialStatus: 'voided' }, 'good: status'],
    [
      'with payment terms is invoiced before it is paid',
      { ...unpaid, paymentTerms: { name: 'Net 30' } },
      'for the books',
    ],
    ['cancelled before it was paid is left out', cancelled, 'good: cancelled-unpaid'],
    [
      'cancelled after it was paid is for the books',
      { ...paid, cancelledAt: '2026-06-02T10:00:00Z' },
      'for the books',
    ],
    [
      'of nothing, and cancelled, is for the books',
      { ...cancelled, totals: { original: eur('0.00') }, financialStatus: 'paid' },
      'for the books',
    ],
    ['of which nothing was sold is left out', { ...paid, agreements: [] }, 'good: nothing-sold'],
  ])('%s', (_, order, told) => {
    expect(why(order)).toBe(told);
  });

  it('of before the start date is left out, and its refund after it is not', () => {
    const refunded = {
      ...anOrder('#1', { at: '2026-05-01T10:00:00Z' }).with(gieter()).paid('12.10').build(),
      financialStatus: 'paid' as const,
    };
    expect(why(refunded, since('2026-06-01'))).toBe('good: before-start');
    expect(why(refunded, since('2026-05-01'))).toBe('for the books');
  });

  it('of which a document stands goes on, whatever its status is now', () => {
    expect(why(cancelled, plainSettings, true)).toBe('for the books');
    expect(why({ ...unpaid, financialStatus: 'voided' }, plainSettings, true)).toBe('for the books');
    expect(why({ ...paid, test: true }, plainSettings, true)).toBe('good: test');
  });

  it('that cannot be read whole is for the books: its findings say why it waits', () => {
    const broken = anOrder()
      .with(product('Gieter', 1, '1.00', vat('21', '1.50')))
      .paid('1.00')
      .build();
    expect(why({ ...broken, financialStatus: 'paid' })).toBe('for the books');
  });
});
