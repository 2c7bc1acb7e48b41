import { describe, expect, it } from 'vitest';
import { documentsOfOrder } from '../../accounting/documents-of-order';
import { plainSettings } from '../../accounting/document-settings';
import { anOrder, ofVariant, product, vat } from '~test/support/builders';
import type { ProductSettings } from '../../odoo/products/product-settings';
import { Obstacles } from './obstacles';
import type { PlannedOrder } from './plan-orders';

const order = anOrder()
  .with(ofVariant(product('Spade', 1, '12.10', vat('21')), '41', ' tw-spade '))
  .build();
const toMake = documentsOfOrder(order, plainSettings).documents.map((document) => ({
  ...document,
  lines: document.lines.map((line) => ({
    ...line,
    ...(line.item ? { item: { ...line.item, barcode: '8719999000011' } } : {}),
  })),
}));
const planned = { id: order.id, toMake, forDay: [], payments: [], findings: [] };

const left = { ...planned, leftOut: { for: 'good', reason: 'test' } } as const;

function met(rule: ProductSettings['rule'], unknown: string, orders: readonly PlannedOrder[] = [planned]) {
  const products = { productOf: () => undefined, toMake: [], problems: new Map(), unknown: [unknown] };
  const desk = {
    gateways: { targets: new Map(), notRegistered: new Set<string>(), findings: [] },
    products: { rule, unmatched: 'none', makeAs: 'consumable', byHand: new Map(), roleProducts: new Map() },
  } as const;
  const obstacles = new Obstacles([]);
  obstacles.note({ orders, products }, desk);
  return obstacles.list();
}

describe('What is in the way of a history', () => {
  it('is a product that Odoo does not know, by what products are matched by', () => {
    const named = (key: string) => [{ kind: 'sku-unknown', key, name: key, orders: 1 }];
    expect(met('sku-reference', 'TW-SPADE')).toEqual(named('tw-spade'));
    expect(met('barcode-barcode', '8719999000011')).toEqual(named('8719999000011'));
    expect(met('barcode-barcode', 'TW-SPADE')).toEqual([]);
  });

  it('is counted once for each order, but not for one that is left out', () => {
    expect(met('sku-reference', 'tw-spade', [planned, left, planned])).toMatchObject([{ orders: 2 }]);
  });
});
