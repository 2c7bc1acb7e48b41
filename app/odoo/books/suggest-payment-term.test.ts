import { describe, expect, it } from 'vitest';
import type { PaymentTerm } from './read-payment-terms';
import { suggestPaymentTerm } from './suggest-payment-term';

const terms: readonly PaymentTerm[] = [
  { id: 1, name: 'Immediate Payment', days: 0 },
  { id: 2, name: '15 Days', days: 15 },
  { id: 4, name: 'Dertig dagen', days: 30 },
  { id: 6, name: 'End of Following Month' },
  { id: 8, name: '30% Now, Balance 60 Days' },
  { id: 9, name: '2/7 Net 30', days: 30 },
];

describe('the payment term that is suggested', () => {
  it.each([
    ['Net 15', 2],
    ['net 30', 4],
    ['Within 15 days', 2],
    ['Due on receipt', 1],
  ])('for "%s" goes by its days, whatever it is called', (name, id) => {
    expect(suggestPaymentTerm(name, terms)?.id).toBe(id);
  });

  it.each(['Net 60', 'Due on fulfillment', 'Fixed', ''])('for "%s" is none', (name) => {
    expect(suggestPaymentTerm(name, terms)).toBeUndefined();
  });

  it('is none where two fit as well', () => {
    const two = [...terms, { id: 10, name: '15 dagen netto', days: 15 }];
    expect(suggestPaymentTerm('Net 15', two)).toBeUndefined();
  });
});
