import type { Finding } from '../accounting/finding';
import type { Money } from '../accounting/money';
import type { Settlement } from '../accounting/settlement';
import type { StatementLine } from '../accounting/statement-line';
import { loadSettlement } from '../odoo/settlement/load-settlement';
import type { SettlementInOdoo } from '../odoo/settlement/read-settlement';
import type { SettlementContext } from '../odoo/settlement/settlement-context';
import { takeBackTransfer } from '../odoo/settlement/take-back-transfer';
import type { PayoutPlan } from './plan-payout';
import type { PostedDocuments } from './post-documents-of-plan';
import type { Progress } from './progress';

export interface PostedSettlement {
  readonly settlement: Settlement;
  readonly inOdoo: SettlementInOdoo;
  /** What went to the bank as read back; nothing is left of a transfer that was taken back. */
  readonly transfer?: Money;
  /** The line in Odoo that took the transfer back. */
  readonly takenBackBy?: number;
  /** Statement lines made by this run. */
  readonly made: number;
  readonly findings: readonly Finding[];
}

/** Posts the payout's statement lines, each settling its open item, the transfer and the statement; reads them back. */
export async function postSettlementOfPlan(
  plan: PayoutPlan,
  documents: PostedDocuments,
  progress: Progress,
): Promise<PostedSettlement> {
  const settlement = plan.settleWith(documents.openItems);
  const wanted = settlement.lines.length + (settlement.transfer ? 1 : 0);
  await progress('settlement', 0, wanted);
  const itemIds = new Map<string, number>(
    [...documents.openItems.values()].flatMap(({ key, itemId }) =>
      itemId === undefined ? [] : [[key, itemId]],
    ),
  );
  const odoo: SettlementContext = {
    client: plan.client,
    module: plan.module,
    books: plan.books,
    itemIds,
    onProgress: (done, total) => void progress('settlement', done, total),
  };
  const { inOdoo, findings } = await loadSettlement(odoo, settlement);
  await progress('reading-back', wanted, wanted);
  const before = [...inOdoo.lines.keys()].filter((key) => plan.linesStanding.has(key)).length;
  const made = inOdoo.lines.size - before;
  const transfer = inOdoo.transfer ? { transfer: inOdoo.transfer.amount } : {};
  if (!plan.takeBack || findings.length > 0) return { settlement, inOdoo, ...transfer, made, findings };
  return { settlement, inOdoo, ...(await takeBack(plan, plan.takeBack, odoo, made)) };
}

async function takeBack(
  { payout, linesStanding }: PayoutPlan,
  line: StatementLine,
  odoo: SettlementContext,
  made: number,
): Promise<Omit<PostedSettlement, 'settlement' | 'inOdoo'>> {
  const result = await takeBackTransfer(odoo, payout, line.date);
  switch (result.kind) {
    case 'taken-back': {
      const { lineId: takenBackBy, left: transfer } = result;
      return { transfer, takenBackBy, made: made + (linesStanding.has(line.key) ? 0 : 1), findings: [] };
    }
    case 'refused':
      return { made, findings: result.findings };
    case 'nothing-to-do':
      return { made, findings: [] };
  }
}
