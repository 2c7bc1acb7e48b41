import type { Proof } from '../../accounting/proof';
import { moneyView } from '../../views/money-view';
import type { ProofView } from '../../views/payout-view';

export function proofView(proof: Proof): ProofView {
  return {
    payout: moneyView(proof.payout),
    steps: proof.steps.map((step) => ({
      name: step.name,
      expected: moneyView(step.expected),
      actual: step.actual ? moneyView(step.actual) : null,
      residual: step.residual ? moneyView(step.residual) : null,
      state: step.state,
    })),
    documents: proof.documents.documents,
    exact: proof.documents.exact,
    holds: proof.holds,
  };
}
