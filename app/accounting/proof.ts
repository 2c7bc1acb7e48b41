import { equals, isZero, negate, subtract, zero, type Money } from './money';

/** One equality of a payout's proof. */
export interface ProofStep {
  readonly name: 'transactions' | 'lines' | 'transfer' | 'bank';
  /** What the step compares with: the payout as Shopify says it. */
  readonly expected: Money;
  /** Absent while it is not known yet (nothing posted, the bank's line has not come). */
  readonly actual?: Money;
  readonly residual?: Money;
  readonly state: 'equal' | 'differs' | 'awaited' | 'not-due';
}

/** How the documents of a payout compare with Shopify, per tax in Odoo. */
export interface DocumentProof {
  readonly documents: number;
  readonly exact: number;
}

/** Σ net of its transactions = the payout = Σ of the lines read back = the transfer = the bank's line. */
export interface Proof {
  readonly payout: Money;
  readonly steps: readonly ProofStep[];
  readonly documents: DocumentProof;
  /** Every step that is due is equal and every document exact. */
  readonly holds: boolean;
}

export interface ProofFigures {
  readonly payout: Money;
  readonly transactions: Money;
  /** Σ of the statement lines as Odoo answered when it was read back. */
  readonly lines?: Money;
  /** The transfer line as read back: minus the payout. */
  readonly transfer?: Money;
  /** What the bank's own line, matched with the transfer, says. */
  readonly bank?: Money;
  /** False for a payout that failed: no money moved to the bank. A payout of 0 moves none either. */
  readonly moved: boolean;
  readonly documents: DocumentProof;
}

export function prove(figures: ProofFigures): Proof {
  const { payout } = figures;
  const moved = figures.moved && !isZero(payout);
  const steps: ProofStep[] = [
    step('transactions', payout, figures.transactions),
    step('lines', payout, figures.lines),
    moved
      ? step('transfer', negate(payout), figures.transfer)
      : step('transfer', zero(payout.currency), figures.transfer ?? zero(payout.currency)),
    moved
      ? step('bank', payout, figures.bank)
      : { name: 'bank', expected: zero(payout.currency), state: 'not-due' },
  ];
  const holds =
    steps.every(
      ({ name, state }) =>
        state === 'equal' || state === 'not-due' || (name === 'bank' && state === 'awaited'),
    ) && figures.documents.exact === figures.documents.documents;
  return { payout, steps, documents: figures.documents, holds };
}

function step(name: ProofStep['name'], expected: Money, actual: Money | undefined): ProofStep {
  if (!actual) return { name, expected, state: 'awaited' };
  return {
    name,
    expected,
    actual,
    residual: subtract(actual, expected),
    state: equals(actual, expected) ? 'equal' : 'differs',
  };
}
