import type { Prisma } from '@prisma/client';
import { blocks, type Finding } from '../accounting/finding';
import type { Proof } from '../accounting/proof';
import type { StatementLine } from '../accounting/statement-line';
import { takeBackKey } from '../accounting/transfer-line';
import { saveBindings, type BindingRecord } from '../database/bindings';
import { replaceFindings } from '../database/findings';
import { updatePayout } from '../database/payouts';
import type { LineInOdoo } from '../odoo/settlement/read-settlement';
import { countsOf } from './fetch-payout';
import { transactionHash, transferHash } from './input-hash';
import type { PayoutPlan } from './plan-payout';
import type { PostedSettlement } from './post-settlement-of-plan';
import { proofView } from './read/proof-view';
import type { ShopContext } from './shop-context';
import type { PayoutState } from '../views/payout-view';

/** Keeps what stands in Odoo now, the proof, and the payout's new state. */
export async function recordPosted(
  { database, shop, now }: ShopContext,
  plan: PayoutPlan,
  settled: PostedSettlement,
  proof: Proof,
): Promise<void> {
  const { payout } = plan;
  await saveBindings(database, shop.id, bindingsOf(plan, settled));
  const notices = plan.findings.filter((finding) => !blocks(finding));
  await replaceFindings(database, shop.id, payout.id, [...notices, ...proofFindings(proof, payout.id)]);
  await updatePayout(database, shop.id, payout.id, {
    state: stateOf(plan, settled, proof),
    proof: proofView(proof) as unknown as Prisma.InputJsonValue,
    counts: countsOf(plan.transactions),
    postedAt: now(),
  });
}

function stateOf({ payout }: PayoutPlan, { inOdoo }: PostedSettlement, proof: Proof): PayoutState {
  if (!proof.holds) return 'needs-attention';
  if (payout.status === 'failed' || payout.status === 'canceled') return 'failed';
  return inOdoo.transferItem?.reconciled ? 'banked' : 'posted';
}

/** Every figure of the proof that is not equal, by its amount. */
function proofFindings(proof: Proof, payoutId: string): Finding[] {
  return proof.steps.flatMap((step): Finding[] =>
    step.state !== 'differs' || !step.actual || !step.residual
      ? []
      : [
          {
            kind: 'sum-differs',
            severity: 'blocks',
            object: { type: 'payout', id: payoutId, name: payoutId },
            expected: step.expected,
            actual: step.actual,
            residual: step.residual,
            facts: { count: '', step: step.name },
            remedy: { page: 'payout' },
          },
        ],
  );
}

function bindingsOf(
  plan: PayoutPlan,
  { settlement, inOdoo, takenBackBy }: PostedSettlement,
): BindingRecord[] {
  const { payout } = plan;
  const bindings = settlement.lines.flatMap((line): BindingRecord[] => {
    const read = inOdoo.lines.get(line.key);
    if (!read || !line.transaction) return [];
    return [
      {
        externalId: line.key,
        model: 'account.bank.statement.line',
        odooId: read.id,
        inputHash: transactionHash(line.transaction),
        kind: 'statement-line',
        payoutId: payout.id,
        name: counterpartName(line),
        state: lineState(line, read),
      },
    ];
  });
  const { transfer, statementId } = inOdoo;
  if (transfer) {
    bindings.push({
      externalId: transfer.key,
      model: 'account.bank.statement.line',
      odooId: transfer.id,
      inputHash: transferHash(payout),
      kind: 'transfer',
      payoutId: payout.id,
      name: `Payout ${payout.id}`,
      state: inOdoo.transferItem?.reconciled ? 'reconciled' : 'posted',
    });
  }
  if (takenBackBy !== undefined) {
    bindings.push({
      externalId: takeBackKey(payout.id),
      model: 'account.bank.statement.line',
      odooId: takenBackBy,
      inputHash: transferHash(payout),
      kind: 'statement-line',
      payoutId: payout.id,
      name: `Payout ${payout.id} failed`,
    });
  }
  if (statementId !== undefined) {
    bindings.push({
      externalId: `st_${payout.id}`,
      model: 'account.bank.statement',
      odooId: statementId,
      inputHash: transferHash(payout),
      kind: 'statement',
      payoutId: payout.id,
      name: `Shopify payout ${payout.id}`,
    });
  }
  return bindings;
}

/** What a person reads as the counterpart of a line: the invoices it settles, the account it stands on. */
function counterpartName({ items }: StatementLine): string {
  return items
    .filter(({ part }) => part !== 'liquidity' && !part.startsWith('fee'))
    .map(({ settles, account }) => settles?.item.name ?? `${account.code} ${account.name}`)
    .join(' + ');
}

function lineState({ items }: StatementLine, read: LineInOdoo): string {
  const settling = items.flatMap(({ settles }, index) => (settles ? [read.items[index]] : []));
  return settling.length > 0 && settling.every((item) => item?.reconciled) ? 'reconciled' : 'posted';
}
