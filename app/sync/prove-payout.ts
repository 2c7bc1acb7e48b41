import { sum } from '../accounting/money';
import { prove, type Proof } from '../accounting/proof';
import type { PayoutPlan } from './plan-payout';
import type { PostedDocuments } from './post-documents-of-plan';
import type { PostedSettlement } from './post-settlement-of-plan';

/** The proof of a posted payout, from what Odoo answered when it was read back. */
export function provePayout(plan: PayoutPlan, documents: PostedDocuments, settled: PostedSettlement): Proof {
  const { payout, transactions } = plan;
  const { inOdoo } = settled;
  return prove({
    payout: payout.net,
    transactions: sum(
      payout.net.currency,
      transactions.map(({ net }) => net),
    ),
    lines: inOdoo.total,
    ...(settled.transfer ? { transfer: settled.transfer } : {}),
    // The transfer item is reconciled only with the bank's own line, which has the same amount or it would stay open.
    ...(inOdoo.transferItem?.reconciled ? { bank: payout.net } : {}),
    moved: settled.settlement.transfer !== undefined,
    documents: { documents: plan.documents.length, exact: documents.exact },
  });
}
