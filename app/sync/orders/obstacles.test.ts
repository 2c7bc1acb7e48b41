import { describe, expect, it } from 'vitest';
import { documentsOfOrder } from '../../accounting/documents-of-order';
import { plainSettings } from '../../accounting/document-settings';
import { productUnmatched } from '../../odoo/products/product-findings';
import { anOrder, ofVariant, product, vat } from '~test/support/builders';
import { Obstacles } from './obstacles';
import type { PlannedOrder } from './plan-orders';

const order = anOrder()
  .with(ofVariant(product('Spade', 1, '12.10', vat('21')), '41', 'tw-spade'))
  .build();
const toMake = documentsOfOrder(order, plainSettings).documents;
const planned = { id: order.id, toMake, forDay: [], payments: [], findings: [] };
const waiting = {
  ...planned,
  findings: toMake.flatMap((document) =>
    document.lines.map((line) => productUnmatched(document, line, 'tw-spade')),
  ),
};
const left = { ...waiting, leftOut: { for: 'good', reason: 'test' } } as const;

function met(orders: readonly PlannedOrder[]) {
  const gateways = { targets: new Map(), notRegistered: new Set<string>(), findings: [] };
  const obstacles = new Obstacles([]);
  obstacles.note({ orders }, { gateways });
  return obstacles.list();
}

describe('What is in the way of a history', () => {
  it('is a product that Odoo does not know, said once, where the order waits for it', () => {
    expect(met([waiting])).toEqual([{ kind: 'sku-unknown', key: 'tw-spade', name: 'tw-spade', orders: 1 }]);
  });

  it('is no product where the order does not wait for one', () => {
    expect(met([planned])).toEqual([]);
  });

  it('is counted once for each order, but not for one that is left out', () => {
    expect(met([waiting, left, waiting])).toMatchObject([{ orders: 2 }]);
  });
});
