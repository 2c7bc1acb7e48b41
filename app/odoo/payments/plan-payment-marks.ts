import type { Currency } from '../../accounting/currency';
import { equals } from '../../accounting/money';
import type { ExternalModule } from '../loading/external-names';
import { markOf, type Marks } from '../settlement/plan-marks';
import type { OpenItemInOdoo } from '../settlement/read-open-items';
import type { PaymentToLoad } from './payment-to-load';

/** Payments of one call: what Odoo posts together it matches together. */
export const perCall = 100;

/**
 * Which receivable items are paired with their payments by a mark: whole ones in the company's currency (a mark makes no
 * exchange difference), all of whose payments post in one call. The others are reconciled pair by pair afterwards.
 */
export function planPaymentMarks(
  payments: readonly PaymentToLoad[],
  open: ReadonlyMap<number, OpenItemInOdoo>,
  { module, company, cashBasis }: { module: ExternalModule; company: Currency; cashBasis: boolean },
): Marks {
  const marks = new Map<number, string>();
  if (cashBasis) return marks;
  const calls = new Map<number, string>();
  const split = new Set<number>();
  const counts = { entry: 0, till: 0 };
  for (const { payment, target, items } of payments) {
    const kind = target.asStatementLine ? 'till' : 'entry';
    const call = `${kind} ${String(Math.floor(counts[kind] / perCall))}`;
    counts[kind] += 1;
    for (const { document, amount } of payment.shares) {
      const settled = items.get(document);
      const item = open.get(settled?.itemId ?? 0);
      if (!settled || !item) continue;
      if ((calls.get(item.id) ?? call) !== call) split.add(item.id);
      calls.set(item.id, call);
      const whole = item.posted && !item.reconciled && equals(item.residual, item.amount);
      const free = item.matching === '' || item.matching.startsWith('I');
      if (whole && free && item.amount.currency === company && amount.currency === company) {
        marks.set(item.id, markOf(module, settled.key));
      }
    }
  }
  for (const id of split) marks.delete(id);
  return marks;
}
