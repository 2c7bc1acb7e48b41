import type { DocumentWish } from './documents';

/** Documents on which roundings could go wrong, each with what is hard about it. */
export const documentCases: readonly [string, Omit<DocumentWish, 'id'>][] = [
  ['prices with VAT', { lines: [{ price: '24.99' }, { price: '4.95', role: 'shipping' }] }],
  ['prices without VAT', { taxesIncluded: false, lines: [{ price: '24.99', quantity: 3 }] }],
  ['two rates', { lines: [{ price: '24.99' }, { price: '9.99', rate: '9' }, { price: '5.00', rate: '0' }] }],
  [
    'two rates, prices without VAT',
    { taxesIncluded: false, lines: [{ price: '10.12' }, { price: '7.77', rate: '9' }] },
  ],
  ['a quantity whose total does not divide', { lines: [{ price: '29.98', quantity: 3 }] }],
  [
    'a quantity that does not divide, without VAT',
    { taxesIncluded: false, lines: [{ price: '29.98', quantity: 3 }] },
  ],
  // Three times 9.99: 17 rounds per line to 24.78, 19 over the document to 24.77; Shopify says 24.78.
  [
    'a rounding that one version or the other must be forced to',
    { lines: [{ price: '9.99' }, { price: '9.99' }, { price: '9.99' }] },
  ],
  ['the same on one line', { lines: [{ price: '29.97', quantity: 3 }] }],
  [
    'a tax that Shopify rounded the other way',
    {
      lines: [
        { price: '24.99', tax: '4.33' },
        { price: '9.99', tax: '1.74' },
      ],
    },
  ],
  [
    'the same without VAT in the price',
    {
      taxesIncluded: false,
      lines: [
        { price: '10.12', tax: '2.12' },
        { price: '10.12', tax: '2.12' },
        { price: '10.12', tax: '2.12' },
      ],
    },
  ],
  ['a line that takes back', { lines: [{ price: '50.00' }, { price: '-12.50' }] }],
  [
    'a credit note',
    {
      kind: 'credit-note',
      lines: [
        { price: '24.99', quantity: 2 },
        { price: '4.95', role: 'shipping' },
      ],
    },
  ],
  [
    'a credit note that must be forced',
    { kind: 'credit-note', lines: [{ price: '9.99', tax: '1.74' }, { price: '9.99' }, { price: '9.99' }] },
  ],
  ['a tip on its own account', { lines: [{ price: '24.99' }, { price: '2.00', rate: '0', role: 'tip' }] }],
  ['an order that was free', { lines: [{ price: '0.00' }, { price: '0.00', role: 'shipping' }] }],
  ['an exchange for something of the same price', { lines: [{ price: '24.99' }, { price: '-24.99' }] }],
  [
    'a discount of everything, as a line',
    { lines: [{ price: '24.99' }, { price: '-24.99', role: 'discount' }] },
  ],
  [
    'discounts of several rates, as lines',
    {
      lines: [
        { price: '24.99' },
        { price: '9.99', rate: '9' },
        { price: '-2.50', role: 'discount' },
        { price: '-1.00', rate: '9', role: 'discount' },
      ],
    },
  ],
  [
    'three hundred lines',
    {
      lines: Array.from({ length: 300 }, (_, index) => ({
        price: `${String(1 + (index % 90))}.${String(10 + (index % 89))}`,
        rate: index % 3 === 0 ? ('9' as const) : ('21' as const),
      })),
    },
  ],
  [
    'forty lines',
    {
      lines: Array.from({ length: 40 }, (_, index) => ({
        price: `${String(3 + index)}.${String(11 + index)}`,
        quantity: (index % 4) + 1,
      })),
    },
  ],
];
