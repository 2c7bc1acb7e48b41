import type { CalendarDate } from '../../accounting/calendar-date';
import type { Finding } from '../../accounting/finding';
import { add, type Money } from '../../accounting/money';
import type { Payout } from '../../accounting/payout';
import type { Settlement } from '../../accounting/settlement';
import { takeBackLine, transferLine } from '../../accounting/transfer-line';
import { loadSettlement } from './load-settlement';
import { readSettlement } from './read-settlement';
import { reconcilePair } from './reconcile-pair';
import type { SettlementContext } from './settlement-context';

export type TakenBack =
  /** `lineId` of the line that took it back; `left` is what transfer and take-back come to together: nothing. */
  | { readonly kind: 'taken-back'; readonly lineId: number; readonly left: Money }
  /** No transfer of this payout was ever posted. */
  | { readonly kind: 'nothing-to-do' }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] };

/**
 * A payout failed after its transfer was posted: a line `po_<id>_failed` of plus the payout brings the money back on
 * the clearing account and closes the transfer item. Exactly once; nothing to do where no transfer was posted.
 */
export async function takeBackTransfer(
  context: SettlementContext,
  payout: Payout,
  on: CalendarDate,
): Promise<TakenBack> {
  const { books } = context;
  const transfer = transferLine(payout, payout.issuedOn, books);
  const standing = await readSettlement(context, { payout, lines: [], transfer });
  const { transferItem } = standing;
  if (!standing.transfer || !transferItem) return { kind: 'nothing-to-do' };
  const back = takeBackLine(payout, on, books);
  const settlement: Settlement = { payout, lines: [back] };
  // Not grouped in a statement: it is booked when the payout's own statement may be long closed.
  const { inOdoo, findings } = await loadSettlement(context, settlement, { grouped: false });
  const line = inOdoo.lines.get(back.key);
  const item = line?.items[1];
  if (!line || !item || findings.length > 0) return { kind: 'refused', findings };
  if (!item.reconciled && !transferItem.reconciled)
    await reconcilePair(context.client, transferItem.id, item.id);
  return { kind: 'taken-back', lineId: line.id, left: add(standing.transfer.amount, line.amount) };
}
