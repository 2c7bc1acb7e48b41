import { expect, it } from 'vitest';
import { anOrder, product, someBooks, vat } from '../../../test/support/builders';
import { shipping } from '../../../test/support/sale-lines';
import { documentsOfOrder } from '../documents-of-order';
import { unmappedTaxes } from './taxes-are-mapped';

const books = () => ({ ...someBooks(), taxes: new Map() });
const found = (...orders: ReturnType<typeof anOrder>[]) =>
  unmappedTaxes(
    orders.flatMap((order) => documentsOfOrder(order.build()).documents),
    books(),
  ).map(({ object, facts }) => `${object.name}: ${facts.count ?? ''}`);

it('goods and their shipping wait for one choice, and are counted once', () => {
  const spade = product('Spade', 1, '39.95', vat('21'));
  expect(found(anOrder('#1').with(spade, shipping('5.95', vat('21'))))).toEqual(['NL VAT 21%: 1']);
});

it('an order of which only the shipping has the tax waits with the others', () => {
  const goods = anOrder('#1').with(product('Spade', 1, '39.95', vat('21')));
  const dearShipping = anOrder('#2').with(shipping('5.95', vat('21')));
  expect(found(goods, dearShipping)).toEqual(['NL VAT 21%: 2']);
  expect(found(dearShipping)).toEqual(['NL VAT 21% (shipping): 1']);
});
