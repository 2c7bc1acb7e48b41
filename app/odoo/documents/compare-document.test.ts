import { describe, expect, it } from 'vitest';
import { accounts, anOrder, product, someBooks, vat } from '../../../test/support/builders';
import { documentsOfOrder } from '../../accounting/documents-of-order';
import { negate, toDecimal } from '../../accounting/money';
import { compareDocument, type Comparison, type Difference } from './compare-document';
import { documentTarget } from './document-target';
import type { DocumentInOdoo } from './draft-items';

const order = anOrder()
  .with(
    product('Gieter', 1, '12.10', vat('21')),
    product('Schep', 1, '8.77', vat('21')),
    product('Boek', 1, '117.00', vat('9')),
  )
  .build();

/** The document as Odoo shows it, its last line off by so many cents. */
function compared(cents: bigint): Comparison {
  const [document] = documentsOfOrder(order).documents;
  if (!document) throw new Error('a document expected');
  const books = someBooks();
  const target = documentTarget(document, books);
  const common = { account: accounts.receivable, reconciled: false, matching: '' };
  const lines = target.lines.map(({ priced, taxIds }, index) => {
    const amount = negate(priced.untaxed);
    const off = index === target.lines.length - 1 ? cents : 0n;
    return {
      ...common,
      id: index + 1,
      kind: 'line' as const,
      amount: { ...amount, minor: amount.minor + off },
      residual: amount,
      taxIds,
    };
  });
  const taxes = [...target.taxes].map(([taxId, { amount }], index) => ({
    ...common,
    id: 100 + index,
    kind: 'tax' as const,
    amount: negate(amount),
    residual: amount,
    taxId,
    taxIds: [],
  }));
  const inOdoo: DocumentInOdoo = {
    moveId: 1,
    state: 'draft',
    number: '/',
    date: undefined,
    items: [...lines, ...taxes],
  };
  return compareDocument(document, target, inOdoo);
}

const figuresOf = ({ expected, actual, residual }: Difference) => [expected, actual, residual].map(toDecimal);

describe('A document in Odoo', () => {
  it('may have the rounding of all its lines on one of them, whatever its tax: 19 rounds it as a whole', () => {
    expect(compared(3n).kind).toBe('rounding');
    expect(compared(-2n).kind).toBe('rounding');
  });

  it('says which line, and by how much', () => {
    const comparison = compared(-2n);
    expect(comparison).toMatchObject({ first: { what: 'line', line: 'Boek' } });
    expect('first' in comparison && figuresOf(comparison.first)).toEqual(['107.34', '107.36', '0.02']);
  });

  it('differs where a line is off by more than that', () => {
    expect(compared(4n).kind).toBe('different');
  });
});
