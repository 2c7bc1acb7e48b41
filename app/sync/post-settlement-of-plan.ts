import type { Finding } from '../accounting/finding';
import type { Settlement } from '../accounting/settlement';
import { loadSettlement } from '../odoo/settlement/load-settlement';
import type { SettlementInOdoo } from '../odoo/settlement/read-settlement';
import type { PayoutPlan } from './plan-payout';
import type { PostedDocuments } from './post-documents-of-plan';
import type { Progress } from './progress';
import type { ShopContext } from './shop-context';

export interface PostedSettlement {
  readonly settlement: Settlement;
  readonly inOdoo: SettlementInOdoo;
  /** Statement lines made by this run. */
  readonly made: number;
  readonly findings: readonly Finding[];
}

/** Posts the payout's statement lines, each settling its open item, the transfer and the statement; reads them back. */
export async function postSettlementOfPlan(
  _context: ShopContext,
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
  const { inOdoo, findings } = await loadSettlement(
    {
      client: plan.client,
      module: plan.module,
      books: plan.books,
      itemIds,
      onProgress: (done, total) => void progress('settlement', done, total),
    },
    settlement,
  );
  await progress('reading-back', wanted, wanted);
  const before = [...inOdoo.lines.keys()].filter((key) => plan.linesStanding.has(key)).length;
  return { settlement, inOdoo, made: inOdoo.lines.size - before, findings };
}
