import type { Product } from '../catalogue';

/** New this week. In the demo's Odoo two products have its SKU. */
export const lantern: Product = {
  number: 8_210_000_000_900,
  title: 'Storm lantern, zinc',
  sku: 'TW-LANTERN-01',
  price: 3250n,
  reduced: false,
  kind: 'Garden',
};
