import { describe, expect, it } from 'vitest';
import { anOrder, back, eur, figures, product, strangeLine, vat } from '../../test/support/builders';
import { documentsOfOrder } from './documents-of-order';
import { negate } from './money';
import type { Order } from './order';

describe('what does not add up', () => {
  it('a kind of line that nobody knows is named, with its amount and Shopify’s word', () => {
    const { documents, findings } = documentsOfOrder(
      anOrder()
        .with(product('Gieter', 1, '10.00'), strangeLine('HOLOGRAM', '3.00'))
        .build(),
    );
    expect(documents).toEqual([]);
    expect(findings.map(figures)).toEqual([['sale-kind-unknown', undefined, '3.00', undefined]]);
    expect(findings[0]?.facts).toEqual({ line: 'HOLOGRAM', type: 'HOLOGRAM' });
  });

  it('a tax that differs from the sum of its parts is named with the cent', () => {
    const order = anOrder()
      .with(product('Gieter', 1, '12.10', vat('21')))
      .build();
    const { documents, findings } = documentsOfOrder(withTax(order, '2.11'));
    expect(documents).toEqual([]);
    expect(findings.map(figures)).toEqual([['sale-tax-differs', '2.11', '2.10', '-0.01']]);
  });

  it('a tax of more than the price is named with both', () => {
    const order = anOrder()
      .with(product('Gieter', 1, '1.00', vat('21', '1.50')))
      .build();
    expect(documentsOfOrder(order).findings.map(figures)).toEqual([
      ['sale-tax-differs', '1.00', '1.50', '0.50'],
    ]);
  });

  it('a credit note that cannot be made keeps its number: the next one is not renumbered later', () => {
    const order = anOrder()
      .with(product('Gieter', 3, '30.00'))
      .refunded([back(strangeLine('HOLOGRAM', '3.00'))], '3.00')
      .refunded([back(product('Gieter', 1, '10.00'))], '10.00')
      .build();
    const { documents, findings } = documentsOfOrder(order);
    expect(documents.map(({ reference }) => reference)).toEqual(['#1001', '#1001-R2']);
    expect(findings).toHaveLength(1);
  });
});

function withTax(order: Order, tax: string): Order {
  return {
    ...order,
    agreements: order.agreements.map((agreement) => ({
      ...agreement,
      sales: agreement.sales.map((sale) => ({
        ...sale,
        tax: sale.tax.minor < 0n ? negate(eur(tax)) : eur(tax),
      })),
    })),
  };
}
