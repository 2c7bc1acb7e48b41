import type { CalendarDate } from '../accounting/calendar-date';
import type { Entry } from '../accounting/entry';
import { accountOfLine, entryOfDocument } from '../accounting/entry-of-document';
import { entryOfStatementLine } from '../accounting/entry-of-statement-line';
import type { Document } from '../accounting/document';
import { blocks } from '../accounting/finding';
import { labelOf } from '../odoo/documents/label-of';
import { standingDaysOf, type StandingDay } from './days-of-plan';
import { dayOfDocument } from './open-day';
import { planPayout, type PayoutPlan } from './plan-payout';
import { noProgress } from './progress';
import { recordCheck } from './record-check';
import type { ShopContext } from './shop-context';

export interface PlannedEntry {
  readonly entry: Entry;
  /** It stands in Odoo already; posting will not make it again. */
  readonly exists: boolean;
}

/**
 * The very entries that posting this payout makes, in the order in which it makes them. A day's document is shown as it is:
 * with all else of that day. `standingDays` are those that stand.
 */
function entriesOfPlan(plan: PayoutPlan, standingDays: readonly StandingDay[]): PlannedEntry[] {
  const { books, products, standing, linesStanding, settlement, takeBack } = plan;
  const accountOf = accountOfLine(books, (line) => products.productOf(line)?.account);
  const entryOf = (document: Document, date: CalendarDate) =>
    entryOfDocument(asWritten(document), date, books, accountOf);
  const days = [
    ...standingDays.map(({ document, inOdoo }) => ({
      entry: entryOf(document, inOdoo.date ?? dayOfDocument(document, books)),
      exists: true,
    })),
    ...plan.dayDocuments.map((document) => ({
      entry: entryOf(document, dayOfDocument(document, books)),
      exists: false,
    })),
  ];
  const waiting = new Set(plan.forDay);
  const own = plan.documents.filter((document) => !plan.days.has(document.key) && !waiting.has(document));
  const documents = own.map((document) => ({
    entry: entryOf(document, plan.dateOfDocument(document)),
    exists: standing.get(document.key)?.state === 'posted',
  }));
  const lines = settlement
    ? [
        ...settlement.lines,
        ...(settlement.transfer ? [settlement.transfer] : []),
        ...(takeBack ? [takeBack] : []),
      ]
    : [];
  return [
    ...days,
    ...documents,
    ...lines.map((line) => ({
      entry: entryOfStatementLine(line, books),
      exists: linesStanding.has(line.key),
    })),
  ];
}

/** With the words that posting writes on its lines: in the customer's language. */
function asWritten(document: Document): Document {
  const lines = document.lines.map((line) => ({ ...line, label: labelOf(line, document.buyer.locale) }));
  return { ...document, lines };
}

/** Looks into a payout as posting it would, up to the last step: nothing is written to Odoo. What it found is kept. */
export async function previewPayout(
  context: ShopContext,
  payoutId: string,
): Promise<{ plan: PayoutPlan; entries: PlannedEntry[]; canPost: boolean }> {
  const plan = await planPayout(context, payoutId, noProgress);
  await recordCheck(context, plan);
  const entries = entriesOfPlan(plan, await standingDaysOf(context, plan));
  return { plan, entries, canPost: !plan.findings.some(blocks) };
}
