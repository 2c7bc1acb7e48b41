import { dateIn } from '../accounting/calendar-date';
import { blocks } from '../accounting/finding';
import { updatePayout } from '../database/payouts';
import { noteStep, type RunRecord } from '../database/runs';
import type { Outcome } from './outcome';
import { planPayout } from './plan-payout';
import { postDocumentsOfPlan } from './post-documents-of-plan';
import { postSettlementOfPlan } from './post-settlement-of-plan';
import type { Progress } from './progress';
import { provePayout } from './prove-payout';
import { recordCheck } from './record-check';
import { recordPosted } from './record-posted';
import { dayOpen } from './days-open';
import { makeDaysOfPlan } from './make-days-of-plan';
import type { ShopContext } from './shop-context';

/** A document that is found to stand with other agreements than we knew sends ours to the next of their day. */
const mostTurns = 5;

/**
 * Closes a payout in Odoo: fetch it and what stands behind it, check, post the documents, post the statement lines, read
 * everything back, prove, record. It may be killed and started again at any point: what stands in Odoo is found by its
 * external ids and is never made twice.
 */
export async function syncPayout(context: ShopContext, run: RunRecord, progress: Progress): Promise<Outcome> {
  const { database, shop } = context;
  const payoutId = run.payoutId ?? '';
  await updatePayout(database, shop.id, payoutId, { state: 'syncing' });

  await noteStep(database, run, 'plan', 'begun');
  let plan = await planPayout(context, payoutId, progress);
  let blocking = plan.findings.filter(blocks);
  let days = 0;
  for (let turn = 0; turn < mostTurns && plan.forDay.length > 0 && blocking.length === 0; turn += 1) {
    const made = await makeDaysOfPlan(context, plan, progress);
    days += made.documents;
    if (made.findings.length > 0) return stop(context, payoutId, plan, made.findings);
    plan = await planPayout(context, payoutId, progress);
    blocking = plan.findings.filter(blocks);
  }
  const { timeZone } = context.shop;
  if (blocking.length === 0) {
    blocking = plan.forDay.map((document) => dayOpen(document, dateIn(document.happenedAt, timeZone)));
  }
  await noteStep(database, run, 'plan', 'done', {
    transactions: plan.transactions.length,
    findings: blocking.length,
  });
  if (blocking.length > 0) return stop(context, payoutId, plan, blocking);

  await noteStep(database, run, 'documents', 'begun');
  const documents = await postDocumentsOfPlan(context, plan, progress);
  await noteStep(database, run, 'documents', 'done', {
    made: documents.made,
    standing: documents.standing,
  });
  if (documents.findings.length > 0) return stop(context, payoutId, plan, documents.findings);

  await noteStep(database, run, 'settlement', 'begun');
  const settled = await postSettlementOfPlan(plan, documents, progress);
  await noteStep(database, run, 'settlement', 'done', {
    lines: settled.inOdoo.lines.size,
    made: settled.made,
  });
  if (settled.findings.length > 0) return stop(context, payoutId, plan, settled.findings);

  await progress('proving', 0, 0);
  const proof = provePayout(plan, documents, settled);
  await recordPosted(context, plan, settled, proof);
  await noteStep(database, run, 'proof', 'done', { holds: proof.holds });
  const values = { documents: documents.made + days, lines: settled.inOdoo.lines.size };
  return documents.made + days + settled.made === 0
    ? { kind: 'nothing-to-do', values }
    : { kind: 'done', values };
}

/** A person is needed: what was found is kept, and the payout says so. */
async function stop(
  context: ShopContext,
  payoutId: string,
  plan: Awaited<ReturnType<typeof planPayout>>,
  findings: Extract<Outcome, { kind: 'person' }>['findings'],
): Promise<Outcome> {
  await updatePayout(context.database, context.shop.id, payoutId, { state: 'needs-attention' });
  const notices = plan.findings.filter((finding) => !blocks(finding));
  await recordCheck(context, { ...plan, findings: [...findings, ...notices] });
  return { kind: 'person', findings };
}
