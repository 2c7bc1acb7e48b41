import type { JsonObject } from '../fakes/shopify/shop-state';
import { decimal } from './amount';

/** `reduced`: plants, seeds and books, which have a lower VAT rate. Prices are in cents, with VAT. */
export type Product = {
  number: number;
  title: string;
  sku: string;
  price: bigint;
  reduced: boolean;
  kind: string;
};

const rows: readonly (readonly [title: string, sku: string, cents: number, kind: string])[] = [
  ['Hand trowel, ash handle', 'TW-TROWEL-01', 1495, 'Tools'],
  ['Spade, stainless', 'TW-SPADE-01', 3995, 'Tools'],
  ['Digging fork', 'TW-FORK-01', 4250, 'Tools'],
  ['Garden rake, 14 tines', 'TW-RAKE-14', 2495, 'Tools'],
  ['Hoe, oscillating', 'TW-HOE-02', 2795, 'Tools'],
  ['Secateurs, bypass', 'TW-SEC-BY', 3450, 'Tools'],
  ['Secateurs, anvil', 'TW-SEC-AN', 2999, 'Tools'],
  ['Loppers, telescopic', 'TW-LOP-T', 5495, 'Tools'],
  ['Hedge shears', 'TW-HEDGE-1', 3299, 'Tools'],
  ['Pruning saw, folding', 'TW-SAW-F', 2195, 'Tools'],
  ['Wheelbarrow, 85 litres', 'TW-BARROW-85', 8995, 'Tools'],
  ['Gardening gloves, S', 'TW-GLOVE-S', 999, 'Clothing'],
  ['Gardening gloves, M', 'TW-GLOVE-M', 999, 'Clothing'],
  ['Gardening gloves, L', 'TW-GLOVE-L', 999, 'Clothing'],
  ['Clogs, green', 'TW-CLOG-GR', 3495, 'Clothing'],
  ['Kneeling pad', 'TW-KNEE-01', 1249, 'Clothing'],
  ['Watering can, 5 litres', 'TW-CAN-05', 1899, 'Watering'],
  ['Watering can, 10 litres', 'TW-CAN-10', 2699, 'Watering'],
  ['Hose, 25 m', 'TW-HOSE-25', 4195, 'Watering'],
  ['Hose connector set', 'TW-HOSE-CS', 1149, 'Watering'],
  ['Rain barrel, oak, 100 litres', 'TW-BARREL-100', 11950, 'Watering'],
  ['Rain gauge', 'TW-GAUGE-1', 795, 'Watering'],
  ['Terracotta pot, 14 cm', 'TW-POT-14', 449, 'Pots'],
  ['Terracotta pot, 22 cm', 'TW-POT-22', 1095, 'Pots'],
  ['Zinc planter', 'TW-ZINC-40', 3749, 'Pots'],
  ['Hanging basket', 'TW-BASKET-1', 1399, 'Pots'],
  ['Compost bin, 300 litres', 'TW-COMP-300', 6495, 'Garden'],
  ['Bird feeder', 'TW-BIRD-FD', 1799, 'Garden'],
  ['Nest box, titmouse', 'TW-BIRD-NB', 1649, 'Garden'],
  ['Insect hotel', 'TW-INSECT-1', 2350, 'Garden'],
  ['Jute twine, 100 m', 'TW-TWINE-100', 525, 'Garden'],
  ['Plant labels, 50', 'TW-LABEL-50', 695, 'Garden'],
  ['Lavender, 9 cm pot', 'TW-PL-LAV', 395, 'Plants'],
  ['Fig tree, 5 litres', 'TW-PL-FIG', 2895, 'Plants'],
  ['Herb collection, 6 pots', 'TW-PL-HERB', 1795, 'Plants'],
  ['Tulip bulbs, 25', 'TW-PL-TUL25', 1149, 'Plants'],
  ['Seeds, heirloom tomato', 'TW-SD-TOM', 349, 'Seeds'],
  ['Seeds, wild flower meadow', 'TW-SD-WILD', 899, 'Seeds'],
  ['Book: The kitchen garden', 'TW-BK-KITCH', 2499, 'Books'],
  ['Book: Pruning through the year', 'TW-BK-PRUNE', 1950, 'Books'],
];

export const products: readonly Product[] = rows.map(([title, sku, cents, kind], index) => ({
  number: 8_210_000_000_100 + index,
  title,
  sku,
  price: BigInt(cents),
  reduced: ['Plants', 'Seeds', 'Books'].includes(kind),
  kind,
}));

export const productId = (product: Product) => `gid://shopify/Product/${product.number}`;
export const variantId = (product: Product) => `gid://shopify/ProductVariant/${product.number + 1_000_000}`;

export function productJson(product: Product): JsonObject {
  const { number, title, sku, price, kind } = product;
  return {
    id: productId(product),
    title,
    vendor: 'Trade Wins',
    productType: kind,
    status: 'ACTIVE',
    createdAt: '2026-02-01T09:00:00Z',
    updatedAt: '2026-08-01T09:00:00Z',
    variants: [
      {
        id: variantId(product),
        title: 'Default Title',
        sku,
        price: decimal(price),
        taxable: true,
        inventoryItem: { id: `gid://shopify/InventoryItem/${number + 2_000_000}`, sku, tracked: true },
      },
    ],
  };
}
