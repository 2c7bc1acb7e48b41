import { describe, expect, it } from 'vitest';
import { eur, without } from '../../test/support/builders';
import { prove, type Proof, type ProofFigures } from './proof';
import { toDecimal } from './money';

const documents = { documents: 3, exact: 3 };
const posted: ProofFigures = {
  payout: eur('100.00'),
  transactions: eur('100.00'),
  lines: eur('100.00'),
  transfer: eur('-100.00'),
  bank: eur('100.00'),
  moved: true,
  documents,
};

const told = ({ steps }: Proof) =>
  steps.map(({ name, expected, actual, residual, state }) =>
    [name, toDecimal(expected), actual && toDecimal(actual), residual && toDecimal(residual), state].join(
      ' ',
    ),
  );

describe('the proof of a payout', () => {
  it('holds when transactions, lines, transfer and bank are the payout', () => {
    const proof = prove(posted);
    expect(proof.holds).toBe(true);
    expect(told(proof)).toEqual([
      'transactions 100.00 100.00 0.00 equal',
      'lines 100.00 100.00 0.00 equal',
      'transfer -100.00 -100.00 0.00 equal',
      'bank 100.00 100.00 0.00 equal',
    ]);
  });

  it.each([
    ['transactions', { transactions: eur('100.01') }, 'transactions 100.00 100.01 0.01 differs'],
    ['lines', { lines: eur('99.99') }, 'lines 100.00 99.99 -0.01 differs'],
    ['transfer', { transfer: eur('-99.99') }, 'transfer -100.00 -99.99 0.01 differs'],
    ['bank', { bank: eur('100.01') }, 'bank 100.00 100.01 0.01 differs'],
  ])('fails when one cent of the %s differs, and says which way', (_, change, expected) => {
    const proof = prove({ ...posted, ...change });
    expect(proof.holds).toBe(false);
    expect(told(proof)).toContain(expected);
  });

  it('holds while the bank’s own line is awaited', () => {
    const proof = prove(without(posted, 'bank'));
    expect(proof.holds).toBe(true);
    expect(proof.steps[3]).toMatchObject({ name: 'bank', state: 'awaited' });
  });

  it('does not hold before anything was read back', () => {
    const proof = prove({ payout: posted.payout, transactions: posted.transactions, moved: true, documents });
    expect(proof.holds).toBe(false);
    expect(proof.steps.map(({ state }) => state)).toEqual(['equal', 'awaited', 'awaited', 'awaited']);
  });

  it('fails with one document that is not exact', () => {
    expect(prove({ ...posted, documents: { documents: 3, exact: 2 } }).holds).toBe(false);
  });
});

describe('a payout that failed', () => {
  const failed: ProofFigures = {
    payout: eur('100.00'),
    transactions: eur('100.00'),
    lines: eur('100.00'),
    moved: false,
    documents,
  };

  it('holds without a transfer, and expects nothing of the bank', () => {
    const proof = prove(failed);
    expect(proof.holds).toBe(true);
    expect(told(proof).slice(2)).toEqual(['transfer 0.00 0.00 0.00 equal', 'bank 0.00   not-due']);
  });

  it('fails while a transfer stands in Odoo', () => {
    expect(prove({ ...failed, transfer: eur('-100.00') }).holds).toBe(false);
  });
});

it('a payout of 0 moves nothing: no transfer and no bank line are awaited', () => {
  const nothing = prove({
    payout: eur('0'),
    transactions: eur('0'),
    lines: eur('0'),
    moved: true,
    documents,
  });
  expect(nothing.holds).toBe(true);
  expect(nothing.steps.map(({ state }) => state)).toEqual(['equal', 'equal', 'equal', 'not-due']);
});

it('a negative payout is proven with its signs the other way', () => {
  const proof = prove({
    ...posted,
    payout: eur('-15'),
    transactions: eur('-15'),
    lines: eur('-15'),
    transfer: eur('15'),
    bank: eur('-15'),
  });
  expect(proof.holds).toBe(true);
});
