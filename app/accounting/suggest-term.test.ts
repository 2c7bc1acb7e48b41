import { expect, it } from 'vitest';
import { suggestTerm } from './suggest-term';

/** As Odoo 17 and 19 have them out of the box. */
const terms = [
  'Immediate Payment',
  '15 Days',
  '21 Days',
  '30 Days',
  '45 Days',
  'End of Following Month',
  '10 Days after End of Next Month',
  '30% Now, Balance 60 Days',
  '2/7 Net 30',
].map((name, id) => ({ id, name }));

it.each([
  ['Net 30', '30 Days'],
  ['Net 15', '15 Days'],
  ['Due on receipt', 'Immediate Payment'],
  ['Net 60', undefined],
  ['Net 7', undefined],
  ['Due on fulfillment', undefined],
])('%s in Shopify is %s in Odoo', (shopifys, odoos) => {
  expect(suggestTerm(shopifys, terms)?.name).toBe(odoos);
});

it('is not guessed where two fit', () => {
  expect(
    suggestTerm('Net 30', [
      { id: 1, name: '30 Days' },
      { id: 2, name: 'Net 30' },
    ]),
  ).toBeUndefined();
});
